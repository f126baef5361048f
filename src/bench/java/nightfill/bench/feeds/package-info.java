/** Makes up the feeds of nights of any size, the same from the same numbers. */
@NullMarked
package nightfill.bench.feeds;

import org.jspecify.annotations.NullMarked;
