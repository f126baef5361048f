package nightfill.adapter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.function.IOFunction;

/**
 * A directory that stays the one that was opened, whatever becomes of its name: nobody can lead elsewhere, by a link or
 * by another directory put in its place, what is done in it. Names are those of its own entries; no link is followed.
 *
 * <p>What a process has open is {@code /proc/self/fd/N} (proc_pid_fd(5)): such a path begins in that very directory.
 */
public final class OpenDirectory implements Closeable {

    private static final FileAttribute<Set<PosixFilePermission>> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Descriptor descriptor;
    private final Path place;

    private OpenDirectory(Descriptor descriptor, Path place) {
        this.descriptor = descriptor;
        this.place = place;
    }

    /** Opens the directory to which a path leads: who named it meant that one. */
    public static OpenDirectory of(Path path) throws IOException {
        return new OpenDirectory(Descriptor.ofDirectory(path), path);
    }

    /** Opens the directory of a real path: a link that has come to lie on it since is not followed. */
    public static OpenDirectory ofReal(Path real) throws IOException {
        OpenDirectory reached = of(real.getRoot());
        for (Path name : real) {
            try (OpenDirectory outer = reached) {
                reached = outer.enter(name.toString());
            }
        }
        return reached;
    }

    /** By which path it was opened, for people. */
    public Path place() {
        return place;
    }

    /** Opens a directory in it. */
    public OpenDirectory enter(String name) throws IOException {
        return naming(name, path -> new OpenDirectory(Descriptor.ofOwnDirectory(path), place.resolve(name)));
    }

    /** Opens a directory in it, which is made if there is none. */
    public OpenDirectory enterOrMake(String name) throws IOException {
        makeIfAbsent(name, Files::createDirectory);
        force();
        return enter(name);
    }

    private void makeIfAbsent(String name, IOFunction<Path, Path> make) throws IOException {
        try {
            making(name, make);
        } catch (FileAlreadyExistsException e) {
            // who comes next judges what it is
        }
    }

    /** Makes a directory in it that nobody else may enter, and opens it. */
    public OpenDirectory make(String name) throws IOException {
        naming(name, path -> Files.createDirectory(path, CLOSED));
        return enter(name);
    }

    /** The names of its entries, in order. */
    public List<String> names() throws IOException {
        return entries().stream().map(Entries::name).toList();
    }

    /** Paths to its entries, while it is open; also to those whose names are no text here. */
    List<Path> entries() throws IOException {
        return here(Entries::of);
    }

    /** What an entry is; empty where there is none, or can be none. */
    public Optional<PosixFileAttributes> look(String name) throws IOException {
        try {
            return Optional.of(naming(
                    name, path -> Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** An entry's type and modes (st_mode of inode(7)). */
    public int mode(String name) throws IOException {
        return naming(name, path -> (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS));
    }

    public boolean isDirectory(String name) throws IOException {
        return look(name).filter(PosixFileAttributes::isDirectory).isPresent();
    }

    public boolean isFile(String name) throws IOException {
        return look(name).filter(PosixFileAttributes::isRegularFile).isPresent();
    }

    /** Lets work read a file in it by a path that leads to that very file. What is no file is told, never waited for. */
    public <T> T reading(String name, IOFunction<Path, T> work) throws IOException {
        return using(name, Descriptor::ofFile, file -> work.apply(file.path()));
    }

    <T> T using(String name, IOFunction<Path, Descriptor> open, IOFunction<Descriptor, T> work) throws IOException {
        try (Descriptor file = naming(name, open)) {
            return Renamed.naming(file.path(), () -> place.resolve(name), path -> work.apply(file));
        }
    }

    /** Lets work make a new file in it by a path, which leads there whatever becomes of the directory's name. */
    public <T> T making(String name, IOFunction<Path, T> work) throws IOException {
        return naming(name, work);
    }

    /**
     * Lets work write to a file in it by a path that leads to that very file, which is made if there is none. What is no
     * file, or has a name elsewhere too, is told and left alone.
     */
    public <T> T writing(String name, IOFunction<Path, T> work) throws IOException {
        makeIfAbsent(name, Files::createFile);
        return using(name, Descriptor::ofOwnFile, file -> work.apply(file.path()));
    }

    /** Gives an entry another name, here or there, in place of whatever file or link bears it. */
    public void rename(String name, OpenDirectory to, String other) throws IOException {
        try {
            Files.move(at(name), to.at(other), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw Renamed.of(e, e instanceof NoSuchFileException ? place.resolve(name) : to.place.resolve(other));
        }
    }

    /** Deletes a file, a link or an empty directory, if it is there. */
    public void delete(String name) throws IOException {
        naming(name, Files::deleteIfExists);
    }

    public PosixFileAttributes attributes() throws IOException {
        return here(path -> descriptor.attributes());
    }

    /** Lets others do with it what modes say. */
    public void share(Set<PosixFilePermission> modes) throws IOException {
        here(path -> Files.setPosixFilePermissions(path, modes));
    }

    /** Whether an entry is that very directory. */
    public boolean holds(String name, OpenDirectory other) throws IOException {
        Object key = other.attributes().fileKey();
        return look(name).filter(found -> Objects.equals(found.fileKey(), key)).isPresent();
    }

    /** Forces its entries to disk. */
    public void force() throws IOException {
        here(path -> {
            Durable.sync(path);
            return path;
        });
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private Path at(String name) {
        return descriptor.path().resolve(Entries.requireName(name));
    }

    private <T> T here(IOFunction<Path, T> work) throws IOException {
        return Renamed.naming(descriptor.path(), this::place, work);
    }

    private <T> T naming(String name, IOFunction<Path, T> work) throws IOException {
        return Renamed.naming(at(name), () -> place.resolve(name), work);
    }
}
