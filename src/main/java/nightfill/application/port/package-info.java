/** What the use cases need of the world. */
@NullMarked
package nightfill.application.port;

import org.jspecify.annotations.NullMarked;
