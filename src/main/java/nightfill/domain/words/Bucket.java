package nightfill.domain.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number that a SKU always has, in all databases: the first byte of the SHA-256 of its UTF-8 bytes, modulo 64.
 *
 * <p>SQL twin: the function {@code bucket}, which fills the column of that name of the table {@code sku}.
 */
public final class Bucket {

    /** How many there are, from 0 on. */
    public static final int COUNT = 64;

    private Bucket() {}

    public static int of(String sku) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sku.getBytes(StandardCharsets.UTF_8));
            return Byte.toUnsignedInt(hash[0]) % COUNT;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
