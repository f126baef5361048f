package nightfill.adapter.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nightfill.domain.words.CodePointOrder;
import org.apache.commons.io.function.IOFunction;
import org.apache.commons.io.function.IOSupplier;

/**
 * A directory that stays the one that was opened, whatever becomes of its name: nobody can lead elsewhere, by a link or
 * by another directory put in its place, what is done in it. Names are those of its own entries; no link is followed.
 *
 * <p>The system shows what a process has open as {@code /proc/self/fd/N} (proc_pid_fd(5)): a path that begins so begins
 * in that very directory.
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

    /** By which path it was opened, for people. */
    public Path place() {
        return place;
    }

    /** Opens a directory in it. */
    public OpenDirectory enter(String name) throws IOException {
        return naming(name, () -> new OpenDirectory(Descriptor.ofOwnDirectory(at(name)), place.resolve(name)));
    }

    /** Opens a directory in it, which is made if there is none. */
    public OpenDirectory enterOrMake(String name) throws IOException {
        try {
            naming(name, () -> Files.createDirectory(at(name)));
            force();
        } catch (FileAlreadyExistsException e) {
            // and is entered, if it is a directory
        }
        return enter(name);
    }

    /** Makes a directory in it that nobody else may enter, and opens it. */
    public OpenDirectory make(String name) throws IOException {
        naming(name, () -> Files.createDirectory(at(name), CLOSED));
        return enter(name);
    }

    /** The names of its entries, in order. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(descriptor.path())) {
            entries.forEach(entry -> names.add(Entries.name(entry)));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(CodePointOrder.INSTANCE);
        return names;
    }

    /** What an entry is; empty where there is none. */
    public Optional<PosixFileAttributes> look(String name) throws IOException {
        try {
            return Optional.of(naming(
                    name, () -> Files.readAttributes(at(name), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public boolean isDirectory(String name) throws IOException {
        return look(name).filter(PosixFileAttributes::isDirectory).isPresent();
    }

    public boolean isFile(String name) throws IOException {
        return look(name).filter(PosixFileAttributes::isRegularFile).isPresent();
    }

    /** Lets work read a file in it by a path that leads to that very file. What is no file is told, never waited for. */
    public <T> T reading(String name, IOFunction<Path, T> work) throws IOException {
        return naming(name, () -> {
            try (Descriptor file = Descriptor.ofEntry(at(name))) {
                if (!file.attributes().isRegularFile()) {
                    throw new FileSystemException(at(name).toString(), null, "it is not a file");
                }
                return work.apply(file.path());
            }
        });
    }

    /** Lets work make a new file in it by a path, which leads there whatever becomes of the directory's name. */
    public <T> T making(String name, IOFunction<Path, T> work) throws IOException {
        return naming(name, () -> work.apply(at(name)));
    }

    /** Gives an entry another name, here or there, in place of whatever file or link bears it. */
    public void rename(String name, OpenDirectory to, String other) throws IOException {
        to.naming(other, () -> Files.move(at(name), to.at(other), StandardCopyOption.ATOMIC_MOVE));
    }

    /** Removes an entry, if it is there, with all that is in it; links go, and what they lead to stays. */
    public void remove(String name) throws IOException {
        if (isDirectory(name)) {
            try (OpenDirectory inner = enter(name)) {
                for (String entry : inner.names()) {
                    inner.remove(entry);
                }
            }
        }
        naming(name, () -> Files.deleteIfExists(at(name)));
    }

    /** Removes a directory in it, unless something is in that. */
    public void removeIfEmpty(String name) throws IOException {
        try {
            naming(name, () -> Files.deleteIfExists(at(name)));
        } catch (DirectoryNotEmptyException e) {
            // others lie there
        }
    }

    /** Lets others do with it what modes say. */
    public void share(Set<PosixFilePermission> modes) throws IOException {
        Files.setPosixFilePermissions(descriptor.path(), modes);
    }

    /** Whether an entry is that very directory. */
    public boolean holds(String name, OpenDirectory other) throws IOException {
        Optional<PosixFileAttributes> found = look(name);
        return found.isPresent()
                && Objects.equals(
                        found.get().fileKey(), other.descriptor.attributes().fileKey());
    }

    /** Forces its entries to disk. */
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(descriptor.path(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }

    private Path at(String name) {
        Path entry = Path.of(name);
        if (entry.getNameCount() != 1
                || entry.isAbsolute()
                || name.isEmpty()
                || name.equals(".")
                || name.equals("..")) {
            throw new IllegalArgumentException("not the name of an entry: " + name);
        }
        return descriptor.path().resolve(entry);
    }

    /** Failures name the entry as people know it. */
    private <T> T naming(String name, IOSupplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (FileSystemException e) {
            throw Renamed.of(e, place.resolve(name));
        }
    }
}
