/** What the log file is written with, and what traces are sent with. */
@NullMarked
package nightfill.adapter.log;

import org.jspecify.annotations.NullMarked;
