/** Works a night from its request to its finished run, and undoes one that is not to be finished. */
@NullMarked
package nightfill.application.night;

import org.jspecify.annotations.NullMarked;
