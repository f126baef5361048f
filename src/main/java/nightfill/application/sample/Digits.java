package nightfill.application.sample;

/** Numbers as order numbers have them. */
final class Digits {

    private Digits() {}

    /** The number with zeros before it up to the width; {@code String.format} would take half of a big night's time. */
    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
