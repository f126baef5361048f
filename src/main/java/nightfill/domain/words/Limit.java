package nightfill.domain.words;

import java.util.Optional;

/** How many of some things may be: a number, a share of them all, or whichever of both is more. */
public record Limit(long number, Share share) {

    public static final Limit NONE = of(Share.percent(100));

    public static Limit of(Share share) {
        return new Limit(0, share);
    }

    public static Limit of(long number) {
        return new Limit(number, Share.percent(0));
    }

    /** Reads {@code 20}, {@code 2%} or {@code 0.5%}; nothing when it is none of them. */
    public static Optional<Limit> parse(String text) {
        return text.matches("[0-9]{1,9}")
                ? Optional.of(of(Long.parseLong(text)))
                : Share.parse(text).map(Limit::of);
    }

    public boolean allows(long part, long whole) {
        return part <= number || !share.isExceededBy(part, whole);
    }

    /** For people: {@code 20}, {@code 2 %}, or {@code 2 %, or 20 where that is more}. */
    @Override
    public String toString() {
        if (share.thousandths() == 0) {
            return Long.toString(number);
        }
        return number == 0 ? share.toString() : "%s, or %d where that is more".formatted(share, number);
    }
}
