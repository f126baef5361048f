/** What the database answered last, to share it among all who look and to show it while there is no newer answer. */
@NullMarked
package nightfill.application.sampling;

import org.jspecify.annotations.NullMarked;
