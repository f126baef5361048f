/** Compares what lies in INPUT with what an unfinished run accepted, while somebody looks. */
@NullMarked
package nightfill.application.compare;

import org.jspecify.annotations.NullMarked;
