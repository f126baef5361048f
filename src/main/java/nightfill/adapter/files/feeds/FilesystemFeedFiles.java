package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Hashes;
import nightfill.adapter.files.NamedOutput;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.run.Fence;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;
import nightfill.domain.proof.Sha256;
import nightfill.domain.run.Run;
import nightfill.domain.words.CodePointOrder;
import nightfill.domain.words.Dates;

/** Feeds in INPUT, and the copies that are kept in {@code HOME/feeds/<date>/run-<n>}. */
public final class FilesystemFeedFiles implements FeedFiles {

    private final Path home;

    private final Fence fence;

    public FilesystemFeedFiles(Path home, Fence fence) {
        this.home = home;
        this.fence = fence;
    }

    @Override
    public List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        requireFiles(directory);
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted(CodePointOrder.INSTANCE)
                    .toList();
        }
    }

    /** A link into a place that is not mounted is a feed that is not there yet, and not one that was never sent. */
    private static void requireFiles(Path directory) {
        Stream.concat(Stream.of(Feed.values()).map(Feed::fileName), Stream.of(Input.CONTROL))
                .map(directory::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.notReady("%s is not a file, nor leads to one; mount what it leads to, or remove it"
                            .formatted(other));
                });
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
        return new Stamp(Files.size(file), changed.to(TimeUnit.NANOSECONDS));
    }

    @Override
    public String sha256(Path file) throws IOException {
        return Hashes.of(file);
    }

    @Override
    public Kept keep(Path source, Run run) throws IOException {
        Path target = kept(run, String.valueOf(source.getFileName()));
        Files.createDirectories(directory(run));
        fence.around(() -> removeUnfinished(target));
        Path unfinished = target.resolveSibling(unfinished(target) + UUID.randomUUID());
        Kept kept = copy(source, unfinished);
        fence.around(() -> Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE));
        Durable.sync(directory(run));
        return kept;
    }

    @Override
    public void keepOnly(Run run, List<String> names) throws IOException {
        for (String name : names(directory(run))) {
            if (!names.contains(name)) {
                fence.around(() -> Files.deleteIfExists(kept(run, name)));
            }
        }
    }

    private static Kept copy(Path source, Path target) throws IOException {
        Sha256 sha256 = new Sha256();
        long bytes;
        try (InputStream in = Files.newInputStream(source);
                OutputStream out = sha256.over(new NamedOutput(target))) {
            bytes = in.transferTo(out);
        }
        Durable.sync(target);
        return new Kept(bytes, sha256.hex());
    }

    /** What a killed process left, or one that was taken over still writes. */
    private static void removeUnfinished(Path target) throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(target.resolveSibling(""), unfinished(target) + "*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String unfinished(Path target) {
        return "." + target.getFileName() + ".";
    }

    @Override
    public boolean isFile(Path file) {
        return Files.isRegularFile(file);
    }

    @Override
    public Path kept(String run, String name) {
        return home.resolve("feeds").resolve(run).resolve(name);
    }

    @Override
    public boolean isAnyKept(Run run) {
        return Files.isDirectory(directory(run));
    }

    @Override
    public void forget(Run run) throws IOException {
        Durable.removeWithParent(directory(run));
    }

    @Override
    public List<LocalDate> datesWithFeeds(Path input) throws IOException {
        if (!Files.isDirectory(input)) {
            return List.of();
        }
        try (Stream<Path> nights = Files.list(input)) {
            return nights.filter(FilesystemFeedFiles::holdsFeeds)
                    .flatMap(night -> date(night).stream())
                    .sorted()
                    .toList();
        }
    }

    private static boolean holdsFeeds(Path night) {
        return Stream.of(Feed.values()).anyMatch(feed -> Files.isRegularFile(night.resolve(feed.fileName())));
    }

    private static Optional<LocalDate> date(Path night) {
        return Dates.parse(String.valueOf(night.getFileName()));
    }

    private Path directory(Run run) {
        return home.resolve("feeds").resolve(run.directory());
    }
}
