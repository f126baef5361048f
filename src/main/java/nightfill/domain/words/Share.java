package nightfill.domain.words;

import java.util.Optional;

/** A part of a whole, in thousandths of a percent: 0 to 100,000. */
public record Share(int thousandths) {

    private static final String WRITTEN = "(100(\\.0{1,3})?|[0-9]{1,2}(\\.[0-9]{1,3})?)%";

    public static Share percent(int percent) {
        return new Share(1000 * percent);
    }

    /** Reads {@code 2%} or {@code 0.5%}; nothing when it is neither. */
    public static Optional<Share> parse(String text) {
        return text.matches(WRITTEN)
                ? Optional.of(new Share((int) Math.round(1000 * Double.parseDouble(text.replace("%", "")))))
                : Optional.empty();
    }

    public boolean isExceededBy(long part, long whole) {
        return part * 100_000 > whole * thousandths;
    }

    public boolean isMissedBy(long part, long whole) {
        return part * 100_000 < whole * thousandths;
    }

    /** For people: {@code 0.5 %}. */
    @Override
    public String toString() {
        return (thousandths % 1000 == 0 ? "" + thousandths / 1000 : "" + thousandths / 1000.0) + " %";
    }
}
