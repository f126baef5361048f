package nightfill.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nightfill.domain.proof.Sha256;
import org.jspecify.annotations.Nullable;

/** Files as texts; a directory is where something is below it, or where it was made. */
public final class InMemoryDisk {

    private final NavigableMap<Path, String> files = new TreeMap<>();
    private final Map<Path, Long> changes = new HashMap<>();
    private final Set<Path> directories = new HashSet<>();
    private final NavigableMap<Path, String> others = new TreeMap<>();
    private final Set<Path> broken = new HashSet<>();
    private long lastChange;

    public void write(Path file, String text) {
        files.put(file, text);
        changes.put(file, ++lastChange);
    }

    /** Writes as a program does, which fails where the disk does. */
    public void put(Path file, String text) throws IOException {
        requireSound(file);
        directories.remove(file);
        write(file, text);
    }

    /** Lets something be there that is neither a file nor a directory, such as a link. */
    public void makeOther(Path place, String what) {
        others.put(place, what);
    }

    /** What is neither a file nor a directory, by its place below a directory. */
    public Map<Path, String> others(Path directory) {
        Map<Path, String> below = new TreeMap<>(others);
        below.keySet().removeIf(place -> !isBelow(place, directory));
        return below;
    }

    public void makeDirectory(Path directory) {
        directories.add(directory);
    }

    /** Lets whatever touches that place, or what is below it, fail from now on. */
    public void breakDown(Path place) {
        broken.add(place);
    }

    public void mend() {
        broken.clear();
    }

    public String read(Path file) throws IOException {
        requireSound(file);
        String text = files.get(file);
        if (text == null) {
            throw new NoSuchFileException(file.toString());
        }
        return text;
    }

    /** What a file holds, whether the disk is sound or not. */
    public String text(Path file) {
        return Objects.requireNonNull(files.get(file), file::toString);
    }

    public String sha256(Path file) throws IOException {
        return sha256(read(file));
    }

    public static String sha256(String text) {
        return Sha256.of(text.getBytes(UTF_8));
    }

    /** A number that differs after each change of a file. */
    public long change(Path file) throws IOException {
        read(file);
        return changes.getOrDefault(file, 0L);
    }

    public boolean isFile(Path file) {
        return files.containsKey(file);
    }

    public boolean isDirectory(Path directory) {
        return directories.stream().anyMatch(made -> made.startsWith(directory))
                || !below(directory).isEmpty()
                || !others(directory).isEmpty();
    }

    public boolean exists(Path place) {
        return isFile(place) || isDirectory(place) || others.containsKey(place);
    }

    public boolean isEmpty(Path directory) {
        return below(directory).isEmpty()
                && others(directory).isEmpty()
                && directoriesBelow(directory).isEmpty();
    }

    /** All files below a directory, in the order of their paths. */
    public List<Path> below(Path directory) {
        return files.keySet().stream().filter(file -> isBelow(file, directory)).toList();
    }

    /** All directories below a directory. */
    public Set<Path> directoriesBelow(Path directory) {
        Set<Path> below = new TreeSet<>();
        Stream.concat(
                        directories.stream(),
                        Stream.of(files, others)
                                .flatMap(there -> there.keySet().stream())
                                .map(Path::getParent))
                .flatMap(place -> Stream.iterate(place, it -> isBelow(it, directory), Path::getParent))
                .forEach(below::add);
        return below;
    }

    private static boolean isBelow(@Nullable Path place, Path directory) {
        return place != null && place.startsWith(directory) && !place.equals(directory);
    }

    /** The names of what is in a directory. */
    public List<String> names(Path directory) throws IOException {
        requireSound(directory);
        return files.keySet().stream()
                .filter(file -> isBelow(file, directory))
                .map(file -> directory.relativize(file).getName(0).toString())
                .distinct()
                .sorted()
                .toList();
    }

    /** Removes a file, or a directory and all that is below it. */
    public void remove(Path tree) throws IOException {
        requireSound(tree);
        files.keySet().removeIf(file -> file.startsWith(tree));
        others.keySet().removeIf(other -> other.startsWith(tree));
        directories.removeIf(directory -> directory.startsWith(tree));
    }

    public void move(Path from, Path to) throws IOException {
        requireSound(from);
        requireSound(to);
        if (isFile(from)) {
            write(to, read(from));
        }
        for (Path file : below(from)) {
            write(to.resolve(from.relativize(file)), read(file));
        }
        remove(from);
    }

    /** Requires that what touches a place does not fail. */
    public void requireSound(Path place) throws IOException {
        if (broken.stream().anyMatch(place::startsWith)) {
            throw new IOException("disk gone");
        }
    }
}
