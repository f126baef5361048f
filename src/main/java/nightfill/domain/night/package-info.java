/** The rules of a night: what its feeds and its turns make of the lines and batches known before it. */
@NullMarked
package nightfill.domain.night;

import org.jspecify.annotations.NullMarked;
