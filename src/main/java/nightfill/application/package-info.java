/** Gathers, decides, does: one class per use case. */
@NullMarked
package nightfill.application;

import org.jspecify.annotations.NullMarked;
