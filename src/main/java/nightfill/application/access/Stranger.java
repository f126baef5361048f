package nightfill.application.access;

import java.util.Set;
import nightfill.application.access.Credentials.Keys;
import nightfill.domain.access.Totp;

/** Keys that nobody has, to look at where a name is nobody's. */
public final class Stranger {

    private final Keys keys;

    public Stranger(PasswordHash hash, Secrets secrets) {
        Totp factor = Totp.of(secrets.random(Totp.SECRET_BYTES));
        this.keys = new Keys(hash.of(secrets.code().text()), factor, 0, Set.of());
    }

    Keys keys() {
        return keys;
    }
}
