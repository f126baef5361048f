/** Starts processes that outlive this one. */
@NullMarked
package nightfill.adapter.launch;

import org.jspecify.annotations.NullMarked;
