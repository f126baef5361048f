package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Inbox;
import nightfill.application.compare.InputFiles;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;

/** Reads one feed of INPUT at a time, however many people look, and remembers the hashes of the last ones. */
public final class FilesystemInputFiles implements InputFiles, AutoCloseable {

    private static final int REMEMBERED = 100;

    private final Path home;
    private final Inbox inbox;
    private final StopToken stop = new StopToken();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(FilesystemInputFiles::inBackground);
    private final Map<Change, Future<String>> hashes = new LinkedHashMap<>();

    /** A file as it is until it is changed again. */
    private record Change(Path file, long bytes, FileTime changed) {}

    public FilesystemInputFiles(Path home, Inbox inbox) {
        this.home = home;
        this.inbox = inbox;
    }

    private static Thread inBackground(Runnable work) {
        Thread thread = new Thread(work, "input");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Optional<Map<Feed, Long>> lengths(Input input) throws IOException {
        if (!Files.isDirectory(input.directory())) {
            return Optional.empty();
        }
        Map<Feed, Long> lengths = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.SENT) {
            Path file = input.file(feed.fileName());
            if (Files.isRegularFile(file)) {
                lengths.put(feed, length(file));
            }
        }
        return Optional.of(lengths);
    }

    /** Of what may not be read nothing is shown; its night says why. */
    private long length(Path file) throws IOException {
        try {
            return inbox.looking(file, Files::size);
        } catch (Problem elsewhere) {
            return 0;
        }
    }

    @Override
    public Optional<String> sha256(Path file, Duration patience) throws IOException {
        Change change = change(file);
        try {
            return Optional.of(hash(change).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            forget(change);
            throw new IOException(e.getCause());
        }
    }

    private Change change(Path file) throws IOException {
        try {
            return inbox.looking(
                    file,
                    held -> new Change(file, Files.size(held), (FileTime) Files.getAttribute(held, "unix:ctime")));
        } catch (Problem elsewhere) {
            throw new IOException(elsewhere);
        }
    }

    private synchronized Future<String> hash(Change change) {
        Future<String> known = hashes.get(change);
        if (known != null) {
            return known;
        }
        dropWhere(other -> other.file.equals(change.file));
        if (hashes.size() == REMEMBERED) {
            Change oldest = hashes.keySet().iterator().next();
            dropWhere(oldest::equals);
        }
        Future<String> hash = reader.submit(() -> read(change));
        hashes.put(change, hash);
        return hash;
    }

    /** What has not been begun need not be read any more. */
    private void dropWhere(Predicate<Change> which) {
        hashes.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .forEach(entry -> entry.getValue().cancel(false));
        hashes.keySet().removeIf(which);
    }

    private synchronized void forget(Change change) {
        hashes.remove(change);
    }

    private String read(Change change) throws IOException {
        try (FileChannel in = inbox.open(change.file)) {
            return new ContentReader(stop)
                    .copy(in, change.file, OutputStream.nullOutputStream())
                    .sha256();
        }
    }

    @Override
    public boolean isKept(RunName run, Feed feed, long bytes) {
        Path kept = home.resolve("feeds").resolve(run.directory()).resolve(feed.fileName());
        try {
            return Files.isRegularFile(kept) && Files.size(kept) == bytes;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        stop.stop();
        reader.shutdownNow();
    }
}
