package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.adapter.files.Entry;

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
    static Optional<LockFile> take(Entry lock) throws IOException {
        if (!TAKEN_HERE.add(lock.place())) {
            return Optional.empty();
        }
        Optional<LockFile> taken = Optional.empty();
        try {
            taken = takeFromOthers(lock);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                TAKEN_HERE.remove(lock.place());
            }
        }
    }

    /** Whether another user has the lock, whose file can only be read; not to be asked of a lock of this process. */
    static boolean isTaken(Entry lock) throws IOException {
        try (FileChannel seen = lock.reading(FileChannel::open);
                FileLock free = seen.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (NoSuchFileException | AccessDeniedException e) {
            return false;
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Optional<LockFile> takeFromOthers(Entry lock) throws IOException {
        FileChannel locked =
                lock.directory().writing(lock.name(), path -> FileChannel.open(path, StandardOpenOption.WRITE));
        if (!isLocked(locked)) {
            locked.close();
            return Optional.empty();
        }
        try {
            return Optional.of(new LockFile(lock.place(), locked, sameFile(locked, lock)));
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
    private static FileChannel sameFile(FileChannel locked, Entry lock) throws IOException {
        byte[] sign = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        locked.truncate(0).write(ByteBuffer.wrap(sign), 0);
        // nothing else of the file may be closed from now on
        FileChannel seen = lock.directory().writing(lock.name(), FileChannel::open);
        ByteBuffer read = ByteBuffer.allocate(sign.length);
        seen.read(read, 0);
        if (!ByteBuffer.wrap(sign).equals(read.flip())) {
            seen.close();
            throw new NoSuchFileException(lock.place().toString());
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
