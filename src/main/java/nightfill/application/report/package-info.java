/** What finance receives of a night, and the sums that must balance before it does. */
@NullMarked
package nightfill.application.report;

import org.jspecify.annotations.NullMarked;
