package nightfill.application.token;

import java.time.Instant;
import java.util.Optional;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;

/**
 * A program that may use the API, as accounts are people who may use the console.
 *
 * @param client what the program is called
 * @param revoked since when its secret counts no more
 */
public record Token(AccountName client, Role role, Instant made, Optional<Instant> revoked) {

    public boolean counts() {
        return revoked.isEmpty();
    }
}
