/** Takes the feeds of a night in, and judges whether they may count. */
@NullMarked
package nightfill.application.feeds;

import org.jspecify.annotations.NullMarked;
