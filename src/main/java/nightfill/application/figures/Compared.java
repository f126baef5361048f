package nightfill.application.figures;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A figure of tonight beside that of the night before, where there was one. */
public record Compared(long tonight, @Nullable Long before) {

    public OptionalLong change() {
        return before == null ? OptionalLong.empty() : OptionalLong.of(tonight - before);
    }
}
