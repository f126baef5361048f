package nightfill.domain.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** The sum over a hash of each row, which does not depend on the order of the rows. */
public final class HashTotal {

    /** Stands in no field, for feeds have no control characters, and rejected rows show them as others. */
    private static final String BETWEEN = "\u001F";

    private final MessageDigest digest = Sha256.digest();
    private BigInteger sum = BigInteger.ZERO;
    private long part;

    /** Adds a row by its values: the first 60 bits of the SHA-256 of them, joined by U+001F, in UTF-8. */
    public void add(List<String> row) {
        byte[] hash = digest.digest(String.join(BETWEEN, row).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            bits = (bits << Byte.SIZE) | (hash[index] & 0xff);
        }
        add(bits >>> (Byte.SIZE / 2));
    }

    private void add(long hash) {
        if (part > Long.MAX_VALUE - hash) {
            sum = sum.add(BigInteger.valueOf(part));
            part = 0;
        }
        part += hash;
    }

    /** The sum in decimal digits. */
    @Override
    public String toString() {
        return sum.add(BigInteger.valueOf(part)).toString();
    }
}
