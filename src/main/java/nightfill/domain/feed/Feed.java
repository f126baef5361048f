package nightfill.domain.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The feeds of a night, in the order of the reports: those that are sent, and the lines that were allocated at once. */
public enum Feed {
    BATCHES("batches"),
    ORDER_LINES("order_lines"),
    DISPATCHES("dispatches"),
    CANCELLATIONS("cancellations"),
    ALLOCATIONS("allocations"),
    URGENT("urgent");

    /** Those that a sender may send; the other one is written by Nightfill. */
    public static final List<Feed> SENT = List.of(BATCHES, ORDER_LINES, DISPATCHES, CANCELLATIONS, ALLOCATIONS);

    /** Those that bring order lines, in the order of their turns. */
    public static final List<Feed> WITH_NEW_LINES = List.of(ALLOCATIONS, URGENT, ORDER_LINES);

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

    /** The feed of that file name, if any. */
    public static Optional<Feed> named(String fileName) {
        return Arrays.stream(values())
                .filter(feed -> feed.fileName().equals(fileName))
                .findFirst();
    }

    /** The feed that comes under that file name, if any. */
    public static Optional<Feed> sentAs(String fileName) {
        return named(fileName).filter(SENT::contains);
    }

    /** Columns without which the feed is refused. */
    public List<String> required() {
        return switch (this) {
            case BATCHES -> List.of("ref", "sku", "qty", "eta");
            case ALLOCATIONS, URGENT -> List.of("orderid", "sku", "qty", "batchref");
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
