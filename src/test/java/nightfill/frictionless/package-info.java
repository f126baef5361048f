/** The Frictionless standard as a reader of reports takes it, without any of the product's code. */
@NullMarked
package nightfill.frictionless;

import org.jspecify.annotations.NullMarked;
