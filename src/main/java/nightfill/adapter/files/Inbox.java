package nightfill.adapter.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.words.Dates;
import org.apache.commons.io.function.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * What lies in {@code PLACE/<date>}, where senders put it: it is opened first, without waiting for anybody, then judged,
 * and read only as what was opened, whatever its name means by then.
 *
 * @param roots to what is below which, as to what is below the place itself, links may lead
 */
public record Inbox(List<Path> roots) {

    /**
     * Lets work look at a file by a path that leads to that very file.
     *
     * @throws Problem (not ready) when it is no file, (refused) when it is elsewhere
     */
    public <T> T looking(Path file, IOFunction<Path, T> work) throws IOException {
        return holding(file, held -> work.apply(held.path()));
    }

    /**
     * Opens a file to read it.
     *
     * @throws Problem (not ready) when it is no file, or somebody keeps readers off it, (refused) when it is elsewhere
     */
    public FileChannel open(Path file) throws IOException {
        return holding(file, held -> {
            try (Descriptor opened = held.toRead().orElseThrow(() -> keptOff(file))) {
                return FileChannel.open(opened.path(), StandardOpenOption.READ);
            }
        });
    }

    private <T> T holding(Path file, IOFunction<Descriptor, T> work) throws IOException {
        try (Descriptor held = Descriptor.following(file)) {
            requireWithin(held, file);
            if (!held.attributes().isRegularFile()) {
                throw noFile(file);
            }
            return Renamed.naming(held.path(), () -> file, path -> work.apply(held));
        }
    }

    /**
     * Lets work look at a directory by a path that leads to that very directory.
     *
     * @throws Problem (refused) when it is elsewhere
     */
    public <T> T within(Path directory, IOFunction<Path, T> work) throws IOException {
        try (Descriptor held = Descriptor.ofDirectory(directory)) {
            requireWithin(held, directory);
            return Renamed.naming(held.path(), () -> directory, work);
        }
    }

    /** What is no file is a feed that is not there yet, and not one that was never sent: its place may not be mounted. */
    public static Problem noFile(Path file) {
        return Problem.notReady(
                "%s is not a file, nor leads to one".formatted(file),
                Remedy.mend("mount what it leads to"),
                Remedy.mend("remove it"));
    }

    private static Problem keptOff(Path file) {
        return Problem.notReady(
                "%s is kept from readers by a program that holds a lease on it".formatted(file),
                Remedy.mend("run again when that has ended"));
    }

    private void requireWithin(Descriptor held, Path path) throws IOException {
        Path place = place(path.toAbsolutePath());
        Path real = held.realPath();
        for (Path root : Stream.concat(Stream.of(place), roots.stream()).toList()) {
            if (isBelow(real, root)) {
                requireHere(held, real, path);
                return;
            }
        }
        throw Problem.refused(
                "%s leads, by a link, out of %s".formatted(path, place),
                Remedy.mend("put there what it leads to"),
                Act.NAME_ROOT);
    }

    /** What a process with mounts of its own shows (a link may lead there through {@code /proc}) bears a path as if here. */
    private static void requireHere(Descriptor held, Path real, Path path) throws IOException {
        Object key = held.attributes().fileKey();
        if (!key.equals(keyOf(real))) {
            throw Problem.notReady(
                    "%s changed while it was being opened, or leads to what only another process sees".formatted(path),
                    Remedy.mend("run again when it is complete"));
        }
    }

    private static @Nullable Object keyOf(Path real) {
        try {
            return Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    /** A directory that is not mounted, or not for us, has nothing below it. */
    private static boolean isBelow(Path real, Path root) {
        try {
            return real.startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** What holds the directory of the date. */
    private static Path place(Path path) {
        for (Path at = path; at.getParent() != null; at = at.resolveSibling("")) {
            if (Dates.parse(Entries.name(at)).isPresent()) {
                return at.resolveSibling("");
            }
        }
        return path.resolveSibling("");
    }
}
