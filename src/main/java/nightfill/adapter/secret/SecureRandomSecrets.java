package nightfill.adapter.secret;

import java.security.SecureRandom;
import nightfill.application.access.Secrets;

/** Secrets from the operating system's source of randomness. */
public final class SecureRandomSecrets implements Secrets {

    private final SecureRandom source = new SecureRandom();

    @Override
    public byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        source.nextBytes(random);
        return random;
    }
}
