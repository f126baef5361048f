/** Proves that a directory is whole, or names what is not. */
@NullMarked
package nightfill.application.verify;

import org.jspecify.annotations.NullMarked;
