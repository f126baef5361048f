/** What a night comes to in figures, as reports, summaries and people are shown it. */
@NullMarked
package nightfill.application.figures;

import org.jspecify.annotations.NullMarked;
