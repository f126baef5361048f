/** The process as it was started: who called it, what it can see, how it is told to end, how it is watched. */
@NullMarked
package nightfill.process;

import org.jspecify.annotations.NullMarked;
