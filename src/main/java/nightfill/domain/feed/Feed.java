package nightfill.domain.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The feeds of a night, in the order of the reports. */
public enum Feed {
    BATCHES("batches"),
    ORDER_LINES("order_lines"),
    DISPATCHES("dispatches"),
    CANCELLATIONS("cancellations"),
    ALLOCATIONS("allocations");

    private final String label;

    Feed(String label) {
        this.label = label;
    }

    /** The file's name without its ending, as in {@code order_lines}. */
    public String label() {
        return label;
    }

    /** The feed of that label, as {@link #label()} gives it. */
    public static Feed of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public String fileName() {
        return label + ".csv";
    }

    /** The feed that comes under that file name, if any. */
    public static Optional<Feed> named(String fileName) {
        return Arrays.stream(values())
                .filter(feed -> feed.fileName().equals(fileName))
                .findFirst();
    }

    /** Columns without which the feed is refused. */
    public List<String> required() {
        return switch (this) {
            case BATCHES -> List.of("ref", "sku", "qty", "eta");
            case ALLOCATIONS -> List.of("orderid", "sku", "qty", "batchref");
            default -> List.of("orderid", "sku", "qty");
        };
    }

    /** Columns that are read where they are. */
    public List<String> optional() {
        return this == BATCHES ? List.of() : List.of("line");
    }

    /** Whether a night without this feed cannot start. */
    public boolean mandatory() {
        return this == BATCHES || this == ORDER_LINES;
    }
}
