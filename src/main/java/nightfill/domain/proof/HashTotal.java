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
    private long high;
    private long low;

    /** Adds a row by its values: the first 60 bits of the SHA-256 of them, joined by U+001F, in UTF-8. */
    public void add(List<String> row) {
        byte[] hash = digest.digest(String.join(BETWEEN, row).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            bits = (bits << Byte.SIZE) | (hash[index] & 0xff);
        }
        add(bits >>> (Byte.SIZE / 2));
    }

    /** Of two thousand million rows neither half is too large. */
    private void add(long hash) {
        high += hash >>> Integer.SIZE;
        low += hash & 0xffff_ffffL;
    }

    /** The sum in decimal digits. */
    @Override
    public String toString() {
        return BigInteger.valueOf(high)
                .shiftLeft(Integer.SIZE)
                .add(BigInteger.valueOf(low))
                .toString();
    }
}
