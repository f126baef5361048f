/** Works a finished night out again from its kept feeds, in memory, and compares. */
@NullMarked
package nightfill.application.replay;

import org.jspecify.annotations.NullMarked;
