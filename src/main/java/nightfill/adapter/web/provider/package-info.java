/** Log-in with an identity provider, by OpenID Connect, where the console has one. */
@NullMarked
package nightfill.adapter.web.provider;

import org.jspecify.annotations.NullMarked;
