package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.domain.feed.ArrivedName;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;
import nightfill.harness.InMemoryDisk;

/** INPUT, and the copies that are kept in the home, on a disk in memory. */
public final class InMemoryFeedFiles implements FeedFiles {

    private final InMemoryDisk disk;
    private final Path home;

    public InMemoryFeedFiles(InMemoryDisk disk, Path home) {
        this.disk = disk;
        this.home = home;
    }

    @Override
    public List<String> names(Path directory) throws IOException {
        return disk.names(directory).stream()
                .filter(name -> disk.isFile(directory.resolve(name)))
                .toList();
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        return new Stamp(disk.read(file).length(), disk.change(file));
    }

    @Override
    public String sha256(Path file) throws IOException {
        return disk.sha256(file);
    }

    @Override
    public Content keep(Path source, Run run) throws IOException {
        String text = disk.read(source);
        disk.put(kept(run, String.valueOf(source.getFileName())), text);
        return new Content(InMemoryDisk.sha256(text), text.length());
    }

    @Override
    public Content keep(String text, String name, Run run) throws IOException {
        disk.put(kept(run, name), text);
        return new Content(InMemoryDisk.sha256(text), text.length());
    }

    @Override
    public void keepOnly(Run run, List<String> names) throws IOException {
        for (String name : names(directory(run))) {
            if (!names.contains(name)) {
                disk.remove(kept(run, name));
            }
        }
    }

    @Override
    public boolean isFile(Path file) {
        return disk.isFile(file);
    }

    @Override
    public Path kept(String run, String name) {
        return home.resolve("feeds").resolve(run).resolve(name);
    }

    @Override
    public boolean isAnyKept(Run run) {
        return disk.isDirectory(directory(run));
    }

    @Override
    public void forget(Run run) throws IOException {
        disk.remove(directory(run));
    }

    @Override
    public List<LocalDate> datesWithFeeds(Path input) throws IOException {
        return disk.names(input).stream()
                .filter(name -> holdsFeeds(input.resolve(name)))
                .flatMap(name -> Dates.parse(name).stream())
                .toList();
    }

    private boolean holdsFeeds(Path night) {
        return disk.below(night).stream().anyMatch(file -> ArrivedName.isOfFeed(String.valueOf(file.getFileName())));
    }

    private Path directory(Run run) {
        return home.resolve("feeds").resolve(run.directory());
    }
}
