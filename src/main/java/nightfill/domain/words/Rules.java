package nightfill.domain.words;

import java.util.Arrays;

/**
 * The versions of the rules that a night is worked by; a night that is replayed goes by the rules of that night.
 *
 * <p>A version is due where the same feeds, on the same state, come out differently.
 */
public enum Rules {
    ONE("1"),
    TWO("2");

    /** By which new runs are worked. */
    public static final Rules CURRENT = TWO;

    private final String label;

    Rules(String label) {
        this.label = label;
    }

    /** As reports say it. */
    public String label() {
        return label;
    }

    /**
     * The version of that label.
     *
     * @throws IllegalArgumentException when this program does not know it
     */
    public static Rules of(String label) {
        return Arrays.stream(values())
                .filter(rules -> rules.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules are called " + label));
    }

    /** Whether they have what came with another version. */
    public boolean have(Rules version) {
        return compareTo(version) >= 0;
    }
}
