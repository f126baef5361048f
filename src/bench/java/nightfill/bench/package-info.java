/** Measures whole nights on feeds of any size. */
@NullMarked
package nightfill.bench;

import org.jspecify.annotations.NullMarked;
