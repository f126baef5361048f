/** Identifiers, dates, quantities and the order of texts: what every feed and report is written in. */
@NullMarked
package nightfill.domain.words;

import org.jspecify.annotations.NullMarked;
