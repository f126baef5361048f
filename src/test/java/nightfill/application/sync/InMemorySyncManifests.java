package nightfill.application.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.harness.InMemoryDisk;
import org.jspecify.annotations.Nullable;

/** Sync manifests on a disk in memory, where they are texts for people; each is also handed out as it was written. */
public final class InMemorySyncManifests implements SyncManifests {

    private final InMemoryDisk disk;
    private final Path home;
    private final List<SyncManifest> written = new ArrayList<>();

    public InMemorySyncManifests(InMemoryDisk disk, Path home) {
        this.disk = disk;
        this.home = home;
    }

    /** In the order in which they were written. */
    public List<SyncManifest> written() {
        return List.copyOf(written);
    }

    public SyncManifest last() {
        return written.get(written.size() - 1);
    }

    @Override
    public void requirePlace(SyncRequest request) {
        Path named = request.record().file();
        if (named != null && (disk.isDirectory(named) || !disk.isDirectory(named.resolveSibling("")))) {
            throw usage(named);
        }
        Path place = named != null ? named.normalize() : request.dryRun() ? null : chain(request);
        if (place != null
                && (place.startsWith(request.route().source())
                        || place.startsWith(request.route().destination()))) {
            throw usage(place);
        }
    }

    private static Problem usage(Path place) {
        return new Problem(Kind.USAGE, "the sync manifest cannot be " + place);
    }

    @Override
    public void prepare(SyncRequest request) throws IOException {
        disk.requireSound(place(request));
    }

    @Override
    public Path write(SyncRequest request, SyncManifest manifest) throws IOException {
        Path place = place(request);
        disk.put(place, manifest.toString());
        written.add(manifest);
        return place;
    }

    private Path place(SyncRequest request) {
        @Nullable Path named = request.record().file();
        return named != null
                ? named
                : chain(request)
                        .resolve(
                                "%08d.json".formatted(disk.below(chain(request)).size() + 1));
    }

    private Path chain(SyncRequest request) {
        return home.resolve("manifests")
                .resolve(request.route()
                        .destination()
                        .toString()
                        .replace('/', '-')
                        .substring(1));
    }
}
