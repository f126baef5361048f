package nightfill.domain.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nightfill.domain.proof.Sha256;

/** A secret of 160 random bits by which a program shows which one it is; only its hash is kept. */
public record TokenSecret(String text) {

    public static final int BYTES = 20;

    /** By which people, and programs that look for secrets where none should be, know it. */
    private static final String PREFIX = "nightfill_";

    private static final int LENGTH = 32;

    public static TokenSecret of(byte[] random) {
        return new TokenSecret(PREFIX + Base32.text(random));
    }

    /** The secret that was sent, if it is one. */
    public static Optional<TokenSecret> parse(String sent) {
        return Optional.of(sent)
                .filter(text -> text.length() == PREFIX.length() + LENGTH
                        && text.startsWith(PREFIX)
                        && Base32.isText(text.substring(PREFIX.length())))
                .map(TokenSecret::new);
    }

    /** What is kept of it; so many random bits need no slow hash. */
    public String hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return "a token";
    }
}
