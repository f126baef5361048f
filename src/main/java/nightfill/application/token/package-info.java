/** Programs that may use the API. */
@NullMarked
package nightfill.application.token;

import org.jspecify.annotations.NullMarked;
