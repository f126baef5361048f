package nightfill.adapter.postgres.recount;

import java.util.Arrays;
import java.util.List;
import nightfill.domain.allocation.ShortageReason;
import org.jspecify.annotations.Nullable;

/** The lines that a run left open and why, by turn; eight bytes of each. */
final class LeftOpen {

    private static final List<ShortageReason> REASONS = List.of(ShortageReason.values());
    private static final int BITS = 2;

    private final int most;
    private long[] lines = new long[1 << 10];
    private int size;
    private int met;
    private boolean whole = true;

    /** @param most lines that are taken in */
    LeftOpen(int most) {
        this.most = most;
    }

    /** Takes in a line: its id, and the reason. One that lacks either is not taken in. */
    void add(List<String> line) {
        if (size == most || line.contains("")) {
            whole = false;
            return;
        }
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size);
        }
        int reason = REASONS.indexOf(ShortageReason.valueOf(line.get(1)));
        lines[size++] = Long.parseLong(line.get(0)) << BITS | reason;
    }

    /** Once all are taken in. */
    void sort() {
        Arrays.sort(lines, 0, size);
    }

    /** Lines that were taken in. */
    int size() {
        return size;
    }

    /** Whether all were taken in. */
    boolean isWhole() {
        return whole;
    }

    /** The reason of a line, where it is the next one. */
    @Nullable
    ShortageReason meet(long line) {
        return met < size && lines[met] >> BITS == line ? REASONS.get((int) lines[met++] & (1 << BITS) - 1) : null;
    }

    /** Whether each was met. */
    boolean isAtEnd() {
        return met == size;
    }
}
