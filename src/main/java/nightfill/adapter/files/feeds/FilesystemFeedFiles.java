package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
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
import nightfill.adapter.files.HashedFile;
import nightfill.adapter.files.Inbox;
import nightfill.adapter.files.NewFile;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.run.Fence;
import nightfill.domain.feed.ArrivedName;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;

/** Feeds in INPUT, and the copies that are kept in {@code HOME/feeds/<date>/run-<n>}. */
public record FilesystemFeedFiles(Path home, Inbox inbox, Fence fence) implements FeedFiles {

    @Override
    public List<String> names(Path directory) throws IOException {
        return Files.isDirectory(directory) ? inbox.within(directory, held -> required(held, directory)) : List.of();
    }

    private List<String> required(Path held, Path directory) throws IOException {
        for (String name : ArrivedName.READ) {
            Path file = held.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
                throw Inbox.noFile(directory.resolve(name));
            }
        }
        return files(held, directory);
    }

    /** Others than are read count only where they lie here: a list of names must not say what is elsewhere. */
    private List<String> files(Path held, Path directory) throws IOException {
        return Entries.of(held).stream()
                .map(Entries::name)
                .filter(name -> ArrivedName.READ.contains(name)
                        ? Files.isRegularFile(held.resolve(name))
                        : isFile(directory.resolve(name)))
                .toList();
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        return inbox.looking(file, held -> {
            FileTime changed = (FileTime) Files.getAttribute(held, "unix:ctime");
            return new Stamp(Files.size(held), changed.to(TimeUnit.NANOSECONDS));
        });
    }

    @Override
    public String sha256(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream()).sha256();
    }

    private Content copy(Path file, OutputStream copy) throws IOException {
        try (FileChannel in = inbox.open(file)) {
            return new ContentReader(new StopToken()).copy(in, file, copy);
        }
    }

    @Override
    public Content keep(Path source, Run run) throws IOException {
        return keep(kept(run, Entries.name(source)), run, unfinished -> copy(source, unfinished));
    }

    @Override
    public Content keep(String text, String name, Run run) throws IOException {
        return keep(kept(run, name), run, unfinished -> {
            try (HashedFile file = new HashedFile(unfinished)) {
                file.writer().write(text);
                return file.finish();
            }
        });
    }

    private Content keep(Path target, Run run, Filling filling) throws IOException {
        Aside aside = Aside.of(target);
        new ClosedHome(home).createDirectories(directory(run));
        fence.around(aside::clear);
        Path unfinished = aside.next();
        Content kept = filling.fill(unfinished);
        // whoever takes over waits for the fence: the rename alone, not the disk
        fence.around(() -> Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE));
        Durable.sync(directory(run));
        return kept;
    }

    private Content copy(Path source, Path target) throws IOException {
        try (NewFile copy = NewFile.closed(target)) {
            Content content = copy(source, copy);
            copy.force();
            return content;
        }
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
        try {
            return inbox.looking(file, Files::isRegularFile);
        } catch (IOException | Problem e) {
            return false;
        }
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

    /** One that cannot be looked into holds none, for whoever lists dates; of one that may not be, its night says so. */
    private boolean holdsFeeds(Path night) {
        try {
            return Files.isDirectory(night)
                    && inbox.within(night, held -> files(held, night)).stream().anyMatch(ArrivedName::isOfFeed);
        } catch (IOException e) {
            return false;
        } catch (Problem elsewhere) {
            return true;
        }
    }

    /** Writes a file, durably. */
    private interface Filling {

        Content fill(Path file) throws IOException;
    }

    private Path directory(Run run) {
        return home.resolve("feeds").resolve(run.directory());
    }
}
