/** What the log file is written with. */
@NullMarked
package nightfill.adapter.log;

import org.jspecify.annotations.NullMarked;
