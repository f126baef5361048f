package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.RealPath;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncManifestFormat;
import nightfill.application.sync.SyncManifests;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;

/**
 * Sync manifests in files: named ones, or {@code HOME/manifests/<destination>/<number>.json}, each with the hash of the
 * one before it.
 */
public record FilesystemSyncManifests(Path home, SyncManifestFormat format) implements SyncManifests {

    @Override
    public void requirePlace(SyncRequest request) throws IOException {
        Path file = request.record().file();
        if (file != null) {
            requireFile(RealPath.of(file));
            requireApart(RealPath.of(file), request.route());
        } else if (!request.dryRun()) {
            requireApart(RealPath.of(chain(request).directory()), request.route());
        }
    }

    @Override
    public void prepare(SyncRequest request) throws IOException {
        Path file = request.record().file();
        Path directory =
                file == null ? chain(request).directory() : RealPath.of(file).resolveSibling("");
        new ClosedHome(home).createDirectories(directory);
        if (!Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    @Override
    public Path write(SyncRequest request, SyncManifest manifest) throws IOException {
        Path file = request.record().file();
        return file == null ? append(chain(request), manifest) : write(RealPath.of(file), manifest);
    }

    private static void requireFile(Path file) {
        boolean taken = Files.exists(file) && !Files.isRegularFile(file);
        if (taken || !Files.isDirectory(file.resolveSibling(""))) {
            throw Problem.usage(
                    "the sync manifest cannot be %s".formatted(file),
                    Remedy.mend("name a file in a directory that exists"));
        }
    }

    private static void requireApart(Path place, SyncRoute route) throws IOException {
        if (RealPath.isWithin(place, route.source()) || RealPath.isWithin(place, route.destination())) {
            throw Problem.usage(
                    "the sync manifest would be in %s, which is part of the sync".formatted(place), Act.NAME_MANIFEST);
        }
    }

    private ManifestChain chain(SyncRequest request) {
        return ManifestChain.of(home.resolve("manifests"), request.route().destination());
    }

    private Path append(ManifestChain chain, SyncManifest manifest) throws IOException {
        new ClosedHome(home).createDirectories(chain.directory());
        Optional<Path> last = chain.last();
        return ClosedHome.closed(write(chain.next(), last.isPresent() ? manifest.after(sha256(last.get())) : manifest));
    }

    private static String sha256(Path file) throws IOException {
        try (OpenDirectory directory = OpenDirectory.of(file.resolveSibling(""))) {
            return directory.reading(Entries.name(file), ContentReader::sha256);
        }
    }

    private Path write(Path file, SyncManifest manifest) throws IOException {
        Durable.replace(file, bytes -> format.write(manifest, bytes));
        return file;
    }
}
