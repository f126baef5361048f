/** Pages on which people get keys and change them, and admins change who may come in. */
@NullMarked
package nightfill.adapter.web.console.account;

import org.jspecify.annotations.NullMarked;
