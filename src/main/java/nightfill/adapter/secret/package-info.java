/** Hashes passwords, knows the common ones, and makes what nobody can guess. */
@NullMarked
package nightfill.adapter.secret;

import org.jspecify.annotations.NullMarked;
