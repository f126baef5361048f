package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.OpenDirectory;

/**
 * A lock on a file that its owner removes in the end, while it still has it.
 *
 * <p>The system ends it with the process. It belongs to the process rather than to a channel, and goes with any channel of
 * the file that is closed: so this process asks once at a time, and what was opened stays open until the end.
 */
record LockFile(Path file, FileChannel locked, FileChannel seen) implements AutoCloseable {

    private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();

    /**
     * Takes the lock, or nothing while somebody else has it.
     *
     * @throws NoSuchFileException when the file or its directory went away meanwhile: somebody else let go of the lock
     */
    static Optional<LockFile> take(Path file) throws IOException {
        if (!TAKEN_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<LockFile> taken = Optional.empty();
        try {
            taken = takeFromOthers(file);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                TAKEN_HERE.remove(file);
            }
        }
    }

    /** Entered from the destination, so that no link leads to another's file; nor is one that has other names written to. */
    private static Optional<LockFile> takeFromOthers(Path file) throws IOException {
        Path staging = file.resolveSibling("");
        try (OpenDirectory destination = OpenDirectory.of(staging.resolveSibling(""));
                OpenDirectory own = destination.enter(Entries.name(staging))) {
            return takeIn(own, file);
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<LockFile> takeIn(OpenDirectory staging, Path file) throws IOException {
        FileChannel locked =
                staging.writing(Entries.name(file), path -> FileChannel.open(path, StandardOpenOption.WRITE));
        if (!isLocked(locked)) {
            locked.close();
            return Optional.empty();
        }
        try {
            return Optional.of(new LockFile(file, locked, sameFile(locked, staging, file)));
        } catch (IOException e) {
            locked.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What was locked may have been removed between being opened and being locked; only its owner writes to it. */
    private static FileChannel sameFile(FileChannel locked, OpenDirectory staging, Path file) throws IOException {
        byte[] sign = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        locked.truncate(0).write(ByteBuffer.wrap(sign), 0);
        FileChannel seen = staging.reading(Entries.name(file), FileChannel::open);
        ByteBuffer read = ByteBuffer.allocate(sign.length);
        seen.read(read, 0);
        if (!ByteBuffer.wrap(sign).equals(read.flip())) {
            seen.close();
            throw new NoSuchFileException(file.toString());
        }
        return seen;
    }

    @Override
    public void close() throws IOException {
        try (locked;
                seen) {
            TAKEN_HERE.remove(file);
        }
    }
}
