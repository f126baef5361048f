/** The runs of a database, who works on them, and how they are watched and stopped. */
@NullMarked
package nightfill.application.run;

import org.jspecify.annotations.NullMarked;
