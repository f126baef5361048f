package nightfill.application.sync;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From where to where.
 *
 * @param scope directories or files, relative to both sides with {@code /} between names, to which the sync keeps: what
 *     lies elsewhere is neither read nor changed; empty for all
 */
public record SyncRoute(Path source, Path destination, Set<String> scope) {

    public SyncRoute {
        // not normalized: what .. means behind a link only the file system knows
        source = source.toAbsolutePath();
        destination = destination.toAbsolutePath();
        scope = Set.copyOf(scope);
        if (!scope.stream().allMatch(SyncRoute::isBelow)) {
            throw new IllegalArgumentException("a scope that leads elsewhere: " + scope);
        }
    }

    private static boolean isBelow(String path) {
        return Stream.of(path.split("/", -1))
                .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    }
}
