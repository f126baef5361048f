package nightfill.domain.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nightfill.domain.proof.Sha256;

/** A secret of 128 random bits that lets its bearer in once; only its hash is kept. */
public record SecretCode(String text) {

    public static final int BYTES = 16;

    private static final int LENGTH = 26;
    private static final String GROUPS = "(.{4})(?!$)";

    public static SecretCode of(byte[] random) {
        return new SecretCode(Base32.text(random));
    }

    /** The code that was typed, in any case, with or without blanks and dashes, if it is one. */
    public static Optional<SecretCode> parse(String typed) {
        return Optional.of(Base32.meant(typed))
                .filter(text -> text.length() == LENGTH && Base32.isText(text))
                .map(SecretCode::new);
    }

    /** In groups that can be read out. */
    public String shown() {
        return text.replaceAll(GROUPS, "$1-");
    }

    /** What is kept of it; so many random bits need no slow hash. */
    public String hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return "a code";
    }
}
