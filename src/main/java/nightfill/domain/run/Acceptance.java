package nightfill.domain.run;

import java.util.Locale;

/** What a run takes although a guard would refuse it, because a person has looked and said so. */
public enum Acceptance {
    /** Order lines or batches that an earlier night than the last has brought already, byte for byte. */
    SAME_FEED,
    /** Feeds that take away more than whole feeds would. */
    SHRUNK_FEEDS,
    /** Order lines that earlier nights loaded under other line numbers. */
    RENUMBERED;

    /** As options have it, as in {@code same-feed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
