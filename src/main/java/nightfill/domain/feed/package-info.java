/** Decides what a row of a feed says, or why it cannot be accepted. */
@NullMarked
package nightfill.domain.feed;

import org.jspecify.annotations.NullMarked;
