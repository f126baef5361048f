package nightfill.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second factor that shows another six digits every 30 seconds (RFC 6238 with SHA-1, which every app can do).
 *
 * @param secret in base 32, as an app takes it
 */
public record Totp(String secret) {

    public static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    private static final int STEPS_APART = 1;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String ALGORITHM = "HmacSHA1";

    public static Totp of(byte[] random) {
        return new Totp(Base32.text(random));
    }

    /** The step that an instant lies in. */
    public static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * The step whose code was typed, for clocks that differ by no more than one step; none where the code is wrong, or not
     * of a later step than the last one that was used.
     */
    public OptionalLong accepts(String typed, Instant now, long lastUsed) {
        String code = typed.replaceAll("\\s", "");
        long current = step(now);
        return LongStream.rangeClosed(current - STEPS_APART, current + STEPS_APART)
                .filter(step -> isCode(code, step) && step > lastUsed)
                .max();
    }

    private boolean isCode(String code, long step) {
        return MessageDigest.isEqual(
                code(step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    /** What the factor shows in a step. */
    public String code(long step) {
        byte[] hash = hash(step);
        int offset = hash[hash.length - 1] & 0xF;
        int number = 0;
        for (int index = offset; index < offset + Integer.BYTES; index++) {
            number = (number << Byte.SIZE) | (hash[index] & 0xFF);
        }
        return ("%0" + DIGITS + "d").formatted((number & Integer.MAX_VALUE) % MODULUS);
    }

    private byte[] hash(long step) {
        byte[] counter = new byte[Long.BYTES];
        for (int index = 0; index < counter.length; index++) {
            counter[index] = (byte) (step >> (Byte.SIZE * (counter.length - 1 - index)));
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base32.bytes(secret), ALGORITHM));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has " + ALGORITHM, e);
        }
    }

    /** What an app reads from a QR code. */
    public String uri(AccountName name) {
        return "otpauth://totp/Nightfill:%s?secret=%s&issuer=Nightfill".formatted(escaped(name.text()), secret);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > 0 && (Character.isLetterOrDigit(octet) || "._-".indexOf(octet) >= 0);
            escaped.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return escaped.toString();
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return "a factor";
    }
}
