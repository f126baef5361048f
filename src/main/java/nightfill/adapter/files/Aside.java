package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where something is made until it is whole: beside its place, under a hidden name that is used once, so that a process
 * that was taken over writes to nobody else's.
 */
public record Aside(Path directory, String prefix) {

    public static Aside of(Path place) {
        return new Aside(place.resolveSibling(""), "." + place.getFileName() + ".");
    }

    /** A name that nothing has yet. */
    public Path next() {
        return directory.resolve(prefix + UUID.randomUUID());
    }

    /** Removes what killed processes left, and what one that was taken over still writes. */
    public void clear() throws IOException {
        for (Path left : Entries.of(directory)) {
            if (Entries.name(left).startsWith(prefix)) {
                Durable.remove(left);
            }
        }
    }
}
