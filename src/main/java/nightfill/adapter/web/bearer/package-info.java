/** How programs come in: by a token in each request, without sessions. */
@NullMarked
package nightfill.adapter.web.bearer;

import org.jspecify.annotations.NullMarked;
