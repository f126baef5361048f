/** The console's acts and look-ups for programs, as JSON; {@code openapi.json} describes them. */
@NullMarked
package nightfill.adapter.web.api;

import org.jspecify.annotations.NullMarked;
