package nightfill.adapter.files;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;

/**
 * What was found under a name, held fast: neither opened to read or write nor waited for (O_PATH of open(2)), so that it
 * can be judged first, and used by {@link #path} for as long as it is held, whatever the name means by then.
 */
final class Descriptor implements Closeable {

    private static final int ENOENT = 2;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;

    private final int number;

    private Descriptor(int number) {
        this.number = number;
    }

    /** Of the directory to which a path leads. */
    static Descriptor ofDirectory(Path path) throws IOException {
        return open(path, Flags.PATH | Flags.CLOSE_ON_EXEC | Flags.DIRECTORY);
    }

    /** Of a directory, and not of what a link leads to. */
    static Descriptor ofOwnDirectory(Path path) throws IOException {
        return open(path, Flags.PATH | Flags.CLOSE_ON_EXEC | Flags.DIRECTORY | Flags.NO_FOLLOW);
    }

    /** Of whatever a path leads to. */
    static Descriptor following(Path path) throws IOException {
        return open(path, Flags.PATH | Flags.CLOSE_ON_EXEC);
    }

    /** Of a file that can be read, be it far away or damaged, but no pipe, device, directory or link. */
    static Descriptor ofFile(Path path) throws IOException {
        try (Descriptor held = judged(path, false)) {
            return held.toRead()
                    .orElseThrow(() -> new FileSystemException(
                            path.toString(), null, "a program that holds a lease on it keeps readers off"));
        }
    }

    /** Of a file that has no other name, by which it may be somebody else's. */
    static Descriptor ofOwnFile(Path path) throws IOException {
        return judged(path, true);
    }

    private static Descriptor judged(Path path, boolean own) throws IOException {
        Descriptor held = open(path, Flags.PATH | Flags.CLOSE_ON_EXEC | Flags.NO_FOLLOW);
        try {
            if (held.attributes().isRegularFile() && !(own && held.hasOtherNames())) {
                return held;
            }
            throw new FileSystemException(path.toString(), null, own ? "it is no file of its own" : "it is not a file");
        } catch (IOException e) {
            held.close();
            throw e;
        }
    }

    private boolean hasOtherNames() throws IOException {
        return (Integer) Files.getAttribute(path(), "unix:nlink") > 1;
    }

    /** Leads to what is held. */
    Path path() {
        return Path.of("/proc/self/fd", String.valueOf(number));
    }

    /** The same file open to be read, where nobody has to be waited for: who holds a lease on it may keep others waiting. */
    Optional<Descriptor> toRead() throws IOException {
        try {
            return Optional.of(new Descriptor(Calls.open(path().toString(), Flags.CLOSE_ON_EXEC | Flags.NON_BLOCKING)));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == EAGAIN) {
                return Optional.empty();
            }
            throw failure(path().toString(), e);
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
        Calls.close(number);
    }

    private static Descriptor open(Path path, int flags) throws IOException {
        try {
            return new Descriptor(Calls.open(path.toString(), flags));
        } catch (LastErrorException e) {
            throw failure(path.toString(), e);
        }
    }

    private static FileSystemException failure(String path, LastErrorException e) {
        return switch (e.getErrorCode()) {
            case ENOENT -> new NoSuchFileException(path);
            case EACCES -> new AccessDeniedException(path);
            case ENOTDIR -> new NotDirectoryException(path);
            default -> new FileSystemException(path, null, e.getMessage());
        };
    }

    /** Of open(2) on Linux; two of them differ between processors. */
    private static final class Flags {
        static final int PATH = 0x20_0000;
        static final int NON_BLOCKING = 0x800;
        static final int CLOSE_ON_EXEC = 0x8_0000;
        static final int DIRECTORY = Platform.isARM() ? 0x4000 : 0x1_0000;
        static final int NO_FOLLOW = Platform.isARM() ? 0x8000 : 0x2_0000;
    }

    private static final class Calls {

        static {
            Uncheck.run(Calls::load);
        }

        /** Others must not be able to put theirs in the place of JNA's library, which has to be a file to be loaded. */
        private static void load() throws IOException {
            Path unpacked = Files.createTempDirectory("nightfill-");
            String library = System.mapLibraryName("jnidispatch");
            try (InputStream packed =
                    Native.class.getResourceAsStream("/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + library)) {
                Files.copy(Objects.requireNonNull(packed, library), unpacked.resolve(library));
            }
            System.setProperty("jna.boot.library.path", unpacked.toString());
            // names are written as the rest of Java writes them
            Map<String, ?> options = Map.of(Library.OPTION_STRING_ENCODING, System.getProperty("sun.jnu.encoding"));
            Native.register(Calls.class, NativeLibrary.getInstance(Platform.C_LIBRARY_NAME, options));
            for (Path left : Durable.deepestFirst(unpacked)) {
                Files.deleteIfExists(left);
            }
        }

        static native int open(String path, int flags) throws LastErrorException;

        static native int close(int number) throws LastErrorException;
    }
}
