/** Nightly stock allocation: the entry point, and the one place that knows every concrete class. */
@NullMarked
package nightfill;

import org.jspecify.annotations.NullMarked;
