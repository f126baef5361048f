package nightfill.adapter.files;

import com.sun.jna.LastErrorException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/**
 * What was found under a name, held fast and judged before it is used by its {@link #path}, whatever the name means by
 * then. It is not opened but to read it (O_PATH of open(2)), and nobody is waited for.
 */
final class Descriptor implements Closeable {

    private static final String NO_FILE = "it is not a file";

    private final int number;
    private final Path path;

    private Descriptor(int number) {
        this.number = number;
        this.path = Path.of("/proc/self/fd", String.valueOf(number));
    }

    /** Of the directory to which a path leads. */
    static Descriptor ofDirectory(Path path) throws IOException {
        return open(path, SystemCalls.PATH | SystemCalls.CLOSE_ON_EXEC | SystemCalls.DIRECTORY);
    }

    /** Of a directory, and not of what a link leads to. */
    static Descriptor ofOwnDirectory(Path path) throws IOException {
        return open(path, SystemCalls.PATH | SystemCalls.CLOSE_ON_EXEC | SystemCalls.DIRECTORY | SystemCalls.NO_FOLLOW);
    }

    /** Of whatever a path leads to. */
    static Descriptor following(Path path) throws IOException {
        return open(path, SystemCalls.PATH | SystemCalls.CLOSE_ON_EXEC);
    }

    /** Of a file open to be read, be it far away or damaged, but no pipe, device, directory or link. */
    static Descriptor ofFile(Path path) throws IOException {
        Descriptor opened = readable(path, SystemCalls.NO_FOLLOW)
                .orElseThrow(() -> new FileSystemException(
                        path.toString(), null, "a program that holds a lease on it keeps readers off"));
        return opened.judged(path, false);
    }

    /** Of a file that has no other name, by which it may be somebody else's. */
    static Descriptor ofOwnFile(Path path) throws IOException {
        return open(path, SystemCalls.PATH | SystemCalls.CLOSE_ON_EXEC | SystemCalls.NO_FOLLOW)
                .judged(path, true);
    }

    private Descriptor judged(Path path, boolean own) throws IOException {
        try {
            if (attributes().isRegularFile() && !(own && hasOtherNames())) {
                return this;
            }
            throw new FileSystemException(path.toString(), null, own ? "it is no file of its own" : NO_FILE);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private boolean hasOtherNames() throws IOException {
        return (Integer) Files.getAttribute(path(), "unix:nlink") > 1;
    }

    /** Leads to what is held. */
    Path path() {
        return path;
    }

    /** The same file open to be read, where nobody has to be waited for: who holds a lease on it may keep others waiting. */
    Optional<Descriptor> toRead() throws IOException {
        return readable(path(), 0);
    }

    private static Optional<Descriptor> readable(Path path, int flags) throws IOException {
        try {
            return Optional.of(new Descriptor(
                    SystemCalls.open(path, SystemCalls.CLOSE_ON_EXEC | SystemCalls.NON_BLOCKING | flags)));
        } catch (LastErrorException e) {
            return switch (e.getErrorCode()) {
                case SystemCalls.EAGAIN -> Optional.empty();
                case SystemCalls.ELOOP, SystemCalls.ENXIO ->
                    throw new FileSystemException(path.toString(), null, NO_FILE);
                default -> throw SystemCalls.failure(path, e);
            };
        }
    }

    /**
     * Reads on into a buffer.
     *
     * @param direct outside of Java's heap
     * @return how many bytes; -1 at the end
     */
    int read(ByteBuffer direct) throws IOException {
        try {
            int count = Math.toIntExact(SystemCalls.read(number, direct.slice(), direct.remaining()));
            direct.position(direct.position() + count);
            return count == 0 ? -1 : count;
        } catch (LastErrorException e) {
            throw SystemCalls.failure(path, e);
        }
    }

    /** Where it is, without links. */
    Path realPath() throws IOException {
        return Files.readSymbolicLink(path());
    }

    PosixFileAttributes attributes() throws IOException {
        return Files.readAttributes(path(), PosixFileAttributes.class);
    }

    @Override
    public void close() {
        SystemCalls.close(number);
    }

    private static Descriptor open(Path path, int flags) throws IOException {
        try {
            return new Descriptor(SystemCalls.open(path, flags));
        } catch (LastErrorException e) {
            throw SystemCalls.failure(path, e);
        }
    }
}
