/** The processing of one business date. */
@NullMarked
package nightfill.domain.run;

import org.jspecify.annotations.NullMarked;
