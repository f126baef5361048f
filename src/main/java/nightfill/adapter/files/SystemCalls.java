package nightfill.adapter.files;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;

/** Calls of Linux in a form that Java does not offer; numbers are those of open(2) and errno(3). */
final class SystemCalls {

    static final int PATH = 0x20_0000;
    static final int NON_BLOCKING = 0x800;
    static final int CLOSE_ON_EXEC = 0x8_0000;
    /** Two that differ between processors. */
    static final int DIRECTORY = Platform.isARM() ? 0x4000 : 0x1_0000;

    static final int NO_FOLLOW = Platform.isARM() ? 0x8000 : 0x2_0000;

    private static final int ENOENT = 2;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;
    static final int ELOOP = 40;

    private static volatile boolean loaded;

    private SystemCalls() {}

    /** @throws Problem (failed) as long as there is no temporary directory that can be used */
    static int open(Path path, int flags) throws LastErrorException {
        if (!loaded) {
            load();
        }
        return open(path.toString(), flags);
    }

    /** In no static initializer, which would fail for as long as the process lives. */
    private static synchronized void load() {
        if (loaded) {
            return;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            loadFrom(temporary);
            loaded = true;
        } catch (IOException e) {
            throw new Problem(
                    Kind.FAILED,
                    "the temporary directory %s cannot be used: %s".formatted(temporary, FileTrouble.of(e)),
                    e,
                    Remedy.mend("make room there, and let this user write there and run programs"),
                    Remedy.mend("name another one with -Djava.io.tmpdir"));
        }
    }

    /** Others must not be able to put theirs in the place of JNA's library, which has to be a file to be loaded. */
    private static void loadFrom(Path temporary) throws IOException {
        Path unpacked = directoryIn(temporary);
        try {
            String library = System.mapLibraryName("jnidispatch");
            try (InputStream packed =
                    Native.class.getResourceAsStream("/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + library)) {
                Files.copy(Objects.requireNonNull(packed, library), unpacked.resolve(library));
            }
            System.setProperty("jna.boot.library.path", unpacked.toString());
            // names are written as the rest of Java writes them
            Map<String, ?> options = Map.of(Library.OPTION_STRING_ENCODING, System.getProperty("sun.jnu.encoding"));
            Native.register(SystemCalls.class, NativeLibrary.getInstance(Platform.C_LIBRARY_NAME, options));
        } catch (LinkageError e) {
            throw new IOException("programs cannot be run from there", e);
        } finally {
            for (Path left : Durable.deepestFirst(unpacked)) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** What is missing or closed is the place, not the name that was to be in it. */
    private static Path directoryIn(Path temporary) throws IOException {
        try {
            return Files.createTempDirectory(temporary, "nightfill-");
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(temporary.toString());
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(temporary.toString());
        }
    }

    private static native int open(String path, int flags) throws LastErrorException;

    static native long read(int number, ByteBuffer buffer, long most) throws LastErrorException;

    static native int close(int number) throws LastErrorException;

    /** Why a call failed, in Java's terms. */
    static FileSystemException failure(Path path, LastErrorException e) {
        String file = path.toString();
        return switch (e.getErrorCode()) {
            case ENOENT -> new NoSuchFileException(file);
            case EACCES -> new AccessDeniedException(file);
            case ENOTDIR -> new NotDirectoryException(file);
            default -> new FileSystemException(file, null, words(e));
        };
    }

    /** The system's, without the number that JNA puts before them. */
    private static String words(LastErrorException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^\\[\\d+] ", "");
    }
}
