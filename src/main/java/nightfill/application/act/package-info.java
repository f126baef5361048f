/** What a person at the console may have done to a night, what it will do, and that it is done once. */
@NullMarked
package nightfill.application.act;

import org.jspecify.annotations.NullMarked;
