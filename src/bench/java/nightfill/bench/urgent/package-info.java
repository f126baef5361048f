/** Lines that are allocated at once, by many programs together. */
@NullMarked
package nightfill.bench.urgent;

import org.jspecify.annotations.NullMarked;
