/** Follows the pages for people through the sample nights, and holds them to what was worked out by hand. */
@NullMarked
package nightfill.samples;

import org.jspecify.annotations.NullMarked;
