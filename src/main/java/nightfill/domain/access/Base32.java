package nightfill.domain.access;

import java.util.Locale;

/** Bytes as letters and digits that can be read out and typed (RFC 4648, without padding). */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit += BITS) {
            text.append(ALPHABET.charAt(bits(bytes, bit)));
        }
        return text.toString();
    }

    private static int bits(byte[] bytes, int from) {
        int value = 0;
        for (int bit = from; bit < from + BITS; bit++) {
            int index = bit / Byte.SIZE;
            int set = index < bytes.length ? (bytes[index] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1 : 0;
            value = (value << 1) | set;
        }
        return value;
    }

    static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            int set = (ALPHABET.indexOf(text.charAt(bit / BITS)) >> (BITS - 1 - bit % BITS)) & 1;
            bytes[bit / Byte.SIZE] |= (byte) (set << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return bytes;
    }

    /** The text as it was meant: without blanks and dashes, and with the letters that digits were taken for. */
    static String meant(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'I')
                .replace('8', 'B');
    }

    static boolean isText(String text) {
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }
}
