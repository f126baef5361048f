/** Decides which batch serves which order line, and which lines a batch gives up. */
@NullMarked
package nightfill.domain.allocation;

import org.jspecify.annotations.NullMarked;
