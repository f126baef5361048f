/** Who may ask the console for what, and what every answer says about itself. */
@NullMarked
package nightfill.adapter.web.security;

import org.jspecify.annotations.NullMarked;
