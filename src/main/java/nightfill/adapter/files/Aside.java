package nightfill.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where something is made until it is whole: beside its place, under a hidden name that is used once, so that a process
 * that was taken over writes to nobody else's.
 */
public record Aside(Path directory, String prefix) {

    private static final Pattern ONCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static Aside of(Path place) {
        return new Aside(place.resolveSibling(""), "." + place.getFileName() + ".");
    }

    /** A place that nothing has yet. */
    public Path next() {
        return directory.resolve(nextName());
    }

    /** Its name. */
    public String nextName() {
        return prefix + UUID.randomUUID();
    }

    /**
     * Removes what killed processes left, and what one that was taken over still writes; what others put there stays.
     *
     * @return what is ours and stays, for others have put directories there
     */
    public List<Path> clear() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (OpenDirectory open = OpenDirectory.of(directory)) {
            return clear(open);
        }
    }

    List<Path> clear(OpenDirectory open) throws IOException {
        return clear(open, left -> true);
    }

    /** Removes what nobody has written to since a moment. */
    void clear(OpenDirectory open, FileTime moment) throws IOException {
        clear(open, left -> left.lastModifiedTime().compareTo(moment) < 0);
    }

    private List<Path> clear(OpenDirectory open, Predicate<PosixFileAttributes> which) throws IOException {
        List<Path> staying = new ArrayList<>();
        UserPrincipal self = Files.getOwner(Path.of("/proc/self"));
        for (String name : open.names()) {
            Optional<PosixFileAttributes> left = isOurs(name) ? open.look(name).filter(which) : Optional.empty();
            if (left.isPresent() && left.get().owner().equals(self)) {
                if (left.get().isDirectory()) {
                    empty(open, name, self);
                }
                new Entry(open, name).removeIfEmpty();
                if (open.isDirectory(name)) {
                    staying.add(directory.resolve(name));
                }
            }
        }
        return staying;
    }

    private static void empty(OpenDirectory open, String name, UserPrincipal self) throws IOException {
        try (OpenDirectory left = open.enter(name)) {
            if (isOf(self, left)) {
                for (Entry file : Entry.toRemove(left)) {
                    left.delete(file.name());
                }
            }
        }
    }

    /** Nothing that is made aside has directories in it: who gives one such a name wants to have it removed. */
    private static boolean isOf(UserPrincipal self, OpenDirectory left) throws IOException {
        for (Path entry : left.entries()) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return left.attributes().owner().equals(self);
    }

    private boolean isOurs(String name) {
        return name.startsWith(prefix)
                && ONCE.matcher(name.substring(prefix.length())).matches();
    }
}
