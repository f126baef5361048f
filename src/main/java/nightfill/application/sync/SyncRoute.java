package nightfill.application.sync;

import java.nio.file.Path;
import java.util.Set;

/**
 * From where to where.
 *
 * @param scope directories or files, relative to both sides with {@code /} between names, to which the sync keeps: what
 *     lies elsewhere is neither read nor changed; empty for all
 */
public record SyncRoute(Path source, Path destination, Set<String> scope) {

    public SyncRoute {
        source = source.toAbsolutePath().normalize();
        destination = destination.toAbsolutePath().normalize();
        scope = Set.copyOf(scope);
    }
}
