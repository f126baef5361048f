package nightfill.domain.proof;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of the bytes on their way to a stream. */
public final class Sha256 {

    private final MessageDigest digest = digest();

    /** The stream, through which each byte is counted into the hash. */
    public OutputStream over(OutputStream stream) {
        return new DigestOutputStream(stream, digest);
    }

    /** The hash of all that has passed, in lower-case hexadecimal digits; the next byte begins a new one. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of bytes that are all there. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
