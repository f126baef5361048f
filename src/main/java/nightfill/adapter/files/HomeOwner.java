package nightfill.adapter.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import nightfill.application.problem.Problem;

/** Keeps root out of homes of others, who could lead to any place what it writes there. */
public final class HomeOwner {

    private static final Integer ROOT = 0;
    private static final Set<PosixFilePermission> OF_ROOT = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> ANY = PosixFilePermissions.fromString("rwxrwxrwx");

    /** A namespace in which somebody else is all there is: he is root there, and can do no more than before. */
    private static final Pattern ORDINARY = Pattern.compile("\\s*0\\s+[1-9][0-9]*\\s+1\\s*");

    private HomeOwner() {}

    /** @throws Problem (refused) where this process is root's, and the home, or what leads there, is not root's alone */
    static void require(Path home) {
        try {
            if (weAreRoot() && !isOrdinary()) {
                new WayHome(home, program()).require();
            }
        } catch (IOException e) {
            // whoever needs the home tells what is wrong with it, if not only that it has yet to be made
        }
    }

    /**
     * Makes the directories above a home that are missing, each when all that leads there was judged: others could have
     * made the last one in the meantime.
     *
     * @throws Problem as {@link #require} does
     */
    static void createAbove(Path home) throws IOException {
        createAbove(home.toAbsolutePath().resolveSibling(""), home);
        require(home);
    }

    private static void createAbove(Path directory, Path home) throws IOException {
        if (!Files.isDirectory(directory)) {
            createAbove(directory.resolveSibling(""), home);
            require(home);
            create(directory);
            Durable.sync(directory.resolveSibling(""));
        }
    }

    /** Whatever root's umask allows, others are to have no part in it. */
    private static void create(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(weAreRoot() ? OF_ROOT : ANY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** Whether this process is root's. */
    public static boolean weAreRoot() throws IOException {
        return Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t");
    }

    private static boolean isOrdinary() {
        try {
            return ORDINARY.matcher(Files.readString(Path.of("/proc/self/uid_map")))
                    .matches();
        } catch (IOException e) {
            return false;
        }
    }

    /** Where this program is, or a path that leads nowhere. */
    private static Path program() {
        try {
            return Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                    .toRealPath();
        } catch (IOException e) {
            return Path.of("");
        }
    }

    static boolean isOfRoot(Path path) throws IOException {
        return ROOT.equals(Files.getAttribute(path, "unix:uid"));
    }
}
