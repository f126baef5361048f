package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nightfill.adapter.json.JsonSyncManifestFormat;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncGuard;
import nightfill.application.sync.SyncLimits;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncManifests;
import nightfill.application.sync.SyncOutcome;
import nightfill.application.sync.SyncRecord;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Synchronize;
import nightfill.domain.words.Limit;

/** A source and a destination below one directory, and syncs between them. */
final class TwoDirectories {

    private final Path root;
    private SyncManifests manifests;
    private FileOperations operations = new FileOperations();

    TwoDirectories(Path root) {
        this.root = root;
        this.manifests = new FilesystemSyncManifests(home(), new JsonSyncManifestFormat());
    }

    /** Leaves no record of its syncs, which takes longer than a sync of small trees. */
    TwoDirectories unrecorded() {
        manifests = new Unrecorded();
        return this;
    }

    TwoDirectories through(FileOperations otherOperations) {
        operations = otherOperations;
        return this;
    }

    Path source() {
        return root.resolve("source");
    }

    Path destination() {
        return root.resolve("destination");
    }

    Path home() {
        return root.resolve("home");
    }

    /** Files of both sides, each told as {@code source/path=content}. */
    TwoDirectories with(String... files) {
        for (String file : files) {
            String[] parts = file.split("=", 2);
            write(root.resolve(parts[0]), parts[1]);
        }
        return this;
    }

    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void makePipe(Path pipe) throws IOException {
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Syncs without limits. */
    SyncOutcome sync() {
        return sync(request(new SyncLimits(Limit.NONE, true)));
    }

    SyncOutcome sync(SyncRequest request) {
        return synchronize().sync(request, new StopToken());
    }

    Synchronize synchronize() {
        return new Synchronize(new FilesystemSyncFiles(operations), manifests);
    }

    SyncRequest request(SyncLimits limits, SyncGuard... guards) {
        return new SyncRequest(route(), limits, SyncRecord.CHAINED, List.of(guards), false);
    }

    SyncRequest within(String... scope) {
        return request(new SyncLimits(Limit.NONE, true)).on(new SyncRoute(source(), destination(), Set.of(scope)));
    }

    SyncRoute route() {
        return new SyncRoute(source(), destination(), Set.of());
    }

    /** Requires that the destination has the source's files and nothing else, and no directory of its own. */
    void assertEqual(String when) {
        Map<String, String> source = everythingIn(source());
        Map<String, String> found = everythingIn(destination());
        Set<String> directories = new TreeSet<>(found.keySet());
        directories.removeIf(path -> !"directory".equals(found.get(path)));
        assertThat(source.keySet()).as(when).containsAll(directories);
        found.keySet().removeAll(directories);
        assertThat(found).as(when).isEqualTo(filesIn(source()));
    }

    /** Everything below a directory by its path: a file's content, or what else it is. */
    static Map<String, String> everythingIn(Path directory) {
        Map<String, String> everything = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.forEach(path -> everything.put(directory.relativize(path).toString(), described(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return everything;
    }

    /** Only the files. */
    static Map<String, String> filesIn(Path directory) {
        Map<String, String> files = everythingIn(directory);
        files.values().removeIf(content -> !content.startsWith("file "));
        return files;
    }

    private static String described(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return "link to " + Files.readSymbolicLink(path);
            }
            if (Files.isDirectory(path)) {
                return "directory";
            }
            boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
            return file ? "file " + new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1) : "other";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Unrecorded() implements SyncManifests {

        @Override
        public void prepare(SyncRequest request) {}

        @Override
        public void requirePlace(SyncRequest request) {}

        @Override
        public Path write(SyncRequest request, SyncManifest manifest) {
            return Path.of("");
        }
    }
}
