package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.files.Aside;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.StopToken;
import nightfill.application.run.Fence;
import nightfill.domain.feed.ArrivedName;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;

/** Feeds in INPUT, and the copies that are kept in {@code HOME/feeds/<date>/run-<n>}. */
public record FilesystemFeedFiles(Path home, Fence fence) implements FeedFiles {

    @Override
    public List<String> names(Path directory) throws IOException {
        requireFiles(directory);
        return Entries.of(directory).stream()
                .filter(Files::isRegularFile)
                .map(Entries::name)
                .toList();
    }

    /** A link into a place that is not mounted is a feed that is not there yet, and not one that was never sent. */
    private static void requireFiles(Path directory) {
        ArrivedName.READ.stream()
                .map(directory::resolve)
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.notReady(
                            "%s is not a file, nor leads to one".formatted(other),
                            Remedy.mend("mount what it leads to"),
                            Remedy.mend("remove it"));
                });
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
        return new Stamp(Files.size(file), changed.to(TimeUnit.NANOSECONDS));
    }

    @Override
    public String sha256(Path file) throws IOException {
        return ContentReader.sha256(file);
    }

    @Override
    public Content keep(Path source, Run run) throws IOException {
        Path target = kept(run, Entries.name(source));
        Aside aside = Aside.of(target);
        new ClosedHome(home).createDirectories(directory(run));
        fence.around(aside::clear);
        Path unfinished = aside.next();
        Content kept = new ContentReader(new StopToken()).copy(source, unfinished);
        // whoever takes over waits for the fence: the rename alone, not the disk
        fence.around(() -> Files.move(ClosedHome.closed(unfinished), target, StandardCopyOption.ATOMIC_MOVE));
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
        return Entries.of(input).stream()
                .filter(night -> Dates.parse(Entries.name(night)).isPresent() && holdsFeeds(night))
                .flatMap(night -> Dates.parse(Entries.name(night)).stream())
                .toList();
    }

    /** One that cannot be looked into holds none, for whoever lists dates. */
    private static boolean holdsFeeds(Path night) {
        try {
            return Entries.of(night).stream()
                    .filter(Files::isRegularFile)
                    .map(Entries::name)
                    .anyMatch(ArrivedName::isOfFeed);
        } catch (IOException e) {
            return false;
        }
    }

    private Path directory(Run run) {
        return home.resolve("feeds").resolve(run.directory());
    }
}
