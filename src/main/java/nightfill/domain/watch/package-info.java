/** Judges how nights are going, from what is known of them. */
@NullMarked
package nightfill.domain.watch;

import org.jspecify.annotations.NullMarked;
