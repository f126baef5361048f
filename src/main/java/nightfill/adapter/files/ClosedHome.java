package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;

/** A home that only its owner may enter, whatever the umask, a chmod or a volume's group makes of its modes. */
public record ClosedHome(Path home) {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** Root's home, where the embedded server is another user's and has to pass through. */
    private static final Set<PosixFilePermission> PASSAGE = PosixFilePermissions.fromString("rwx--x--x");

    /** What others look at by themselves, or would read first; all else is behind one of these. */
    private static final List<String> OWN = List.of(
            "",
            "feeds",
            "logs",
            "logs/nightfill.log",
            "manifests",
            "postgres",
            "postgres/data",
            "postgres/machine",
            "postgres/password",
            "postgres/server.log",
            "postgres/start.lock",
            "postgres/users.lock",
            "refused",
            "setup-code");

    /** Makes it, if it is missing, and closes it. */
    public void open(Consumer<String> warnings) {
        try {
            createDirectories(home);
        } catch (IOException e) {
            // whoever needs it tells so: a look at a server's nights does not
        }
        close(warnings);
    }

    /** Makes a directory in it, and those on the way to it; looks before and after, since others may make a home too. */
    public void createDirectories(Path directory) throws IOException {
        HomeOwner.require(home);
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().resolveSibling("");
        if (directory.equals(home)) {
            HomeOwner.createAbove(home);
        } else {
            createDirectories(parent);
        }
        createOrFind(directory);
        HomeOwner.require(home);
        Durable.sync(parent);
    }

    private static void createOrFind(Path directory) throws IOException {
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** Makes a file, if it is missing, that is nobody else's. */
    public static Path created(Path file) throws IOException {
        try {
            return Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    /** Lets another user through root's home, to what is his own there. */
    public static Path passage(Path home) throws IOException {
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(home);
        return HomeOwner.isOfRoot(home) && found.equals(DIRECTORY)
                ? Files.setPosixFilePermissions(home, PASSAGE)
                : home;
    }

    /** Takes a new file's modes away from others. */
    public static Path closed(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, FILE);
    }

    /**
     * Takes from others what they were given, and says what that was.
     *
     * @throws Problem (refused) where that cannot be done, with the mode that is wanted, or the home is not for this user
     */
    public void close(Consumer<String> warnings) {
        HomeOwner.require(home);
        List<String> open = new ArrayList<>();
        for (String own : OWN) {
            Path path = home.resolve(own);
            narrow(path).ifPresent(mode -> open.add("%s (%s)".formatted(own.isEmpty() ? home : own, mode)));
        }
        if (!open.isEmpty()) {
            warnings.accept("warning: open to others until now, and closed again: " + String.join(", ", open));
        }
    }

    /** Returns the mode that it had, where that was too wide. */
    private Optional<String> narrow(Path path) {
        try {
            PosixFileAttributes found = attributes(path);
            Set<PosixFilePermission> wanted = wanted(path, found);
            if (found.isSymbolicLink() || wanted.containsAll(found.permissions())) {
                return Optional.empty();
            }
            setMode(path, wanted);
            return Optional.of(mode(found.permissions()));
        } catch (IOException e) {
            // is not there, or not for us: who needs it tells so
            return Optional.empty();
        }
    }

    /** The home itself may be a link to where it is; nothing in it is followed. */
    private PosixFileAttributes attributes(Path path) throws IOException {
        return path.equals(home)
                ? Files.readAttributes(path, PosixFileAttributes.class)
                : Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private Set<PosixFilePermission> wanted(Path path, PosixFileAttributes found) throws IOException {
        if (!found.isDirectory()) {
            return FILE;
        }
        return path.equals(home) && isPassage() ? PASSAGE : DIRECTORY;
    }

    private boolean isPassage() throws IOException {
        Path server = home.resolve("postgres");
        return Files.isDirectory(server) && HomeOwner.isOfRoot(home) && !HomeOwner.isOfRoot(server);
    }

    /** Some file systems take a mode, say nothing, and keep their own. */
    private void setMode(Path path, Set<PosixFilePermission> wanted) throws IOException {
        try {
            Files.setPosixFilePermissions(path, wanted);
        } catch (FileSystemException e) {
            if (isReadOnly(path, String.valueOf(e.getReason()))) {
                throw e;
            }
            throw open(path, wanted);
        }
        if (!wanted.containsAll(attributes(path).permissions())) {
            throw open(path, wanted);
        }
    }

    /** The words may be in any language; the table of mounts lacks it, or shows another one, in some containers. */
    private static boolean isReadOnly(Path path, String reason) {
        try {
            return reason.equals("Read-only file system")
                    || (!reason.equals("Operation not permitted")
                            && Files.getFileStore(path).isReadOnly());
        } catch (IOException e) {
            return false;
        }
    }

    private Problem open(Path path, Set<PosixFilePermission> wanted) throws IOException {
        PosixFileAttributes found = attributes(path);
        return Problem.refused(
                "%s, which belongs to %s, is open to others (mode %s) and cannot be closed"
                        .formatted(path, found.owner().getName(), mode(found.permissions())),
                Remedy.mend("let its owner give it mode " + mode(wanted)),
                Act.NAME_HOME);
    }

    /** As chmod takes it. */
    private static String mode(Set<PosixFilePermission> permissions) {
        String bits =
                PosixFilePermissions.toString(permissions).replace('-', '0').replaceAll("[rwx]", "1");
        return "0%03o".formatted(Integer.parseInt(bits, 2));
    }
}
