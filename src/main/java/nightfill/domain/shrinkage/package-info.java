/** Decides whether the feeds of a night take away more than whole feeds would. */
@NullMarked
package nightfill.domain.shrinkage;

import org.jspecify.annotations.NullMarked;
