package nightfill.adapter.secret;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import nightfill.application.access.PasswordHash;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id with 19 MiB and two passes, the least that OWASP recommends; a hash names its algorithm. */
public final class Argon2PasswordHash implements PasswordHash {

    private static final String ALGORITHM = "argon2";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    /** A crowd at the door takes no more memory and no more processors than this. */
    private static final int AT_ONCE = 2;

    private final PasswordEncoder encoder;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public Argon2PasswordHash() {
        this(KIBIBYTES);
    }

    Argon2PasswordHash(int kibibytes) {
        PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, kibibytes, PASSES);
        encoder = new DelegatingPasswordEncoder(ALGORITHM, Map.of(ALGORITHM, argon2));
    }

    @Override
    public String of(String password) {
        return inPlace(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return inPlace(() -> encoder.matches(password, hash));
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
