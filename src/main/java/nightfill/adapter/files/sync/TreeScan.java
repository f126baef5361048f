package nightfill.adapter.files.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nightfill.adapter.files.TreeWalk;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.proof.Foreign;
import nightfill.domain.words.CodePointOrder;
import org.jspecify.annotations.Nullable;

/** Lists what lies below a directory, as far as a scope goes; follows no link and opens no file. */
final class TreeScan implements TreeWalk.Visitor {

    private final Path root;
    private final Map<String, Long> files = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Map<String, String> others = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Set<String> directories = new TreeSet<>(CodePointOrder.INSTANCE);

    private final Set<String> foreign = new TreeSet<>(CodePointOrder.INSTANCE);
    private final boolean scoped;

    private TreeScan(Path root, boolean scoped) {
        this.root = root;
        this.scoped = scoped;
    }

    /**
     * Lists the root itself, or else the entries of the scope and the directories that lead to them.
     *
     * @throws Problem (refused) for a name that the characters of this platform cannot express
     */
    static TreeScan of(Path root, Set<String> scope) throws IOException {
        TreeScan scan = new TreeScan(root, !scope.isEmpty());
        if (scope.isEmpty()) {
            TreeWalk.below(root, scan);
        }
        for (String entry : scope) {
            scan.walkTo(root.getFileSystem().getPath(entry));
        }
        return scan;
    }

    /** Whether one of the directories below a root is another directory, by whatever way that is reached. */
    static boolean holds(Path root, Path other) throws IOException {
        if (!Files.isDirectory(root) || !Files.isDirectory(other)) {
            return false;
        }
        Object wanted = Files.readAttributes(other, BasicFileAttributes.class).fileKey();
        try (Stream<Path> found = Files.find(root, Integer.MAX_VALUE, (path, attributes) -> is(wanted, attributes))) {
            return found.findAny().isPresent();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean is(@Nullable Object wanted, BasicFileAttributes attributes) {
        return wanted != null && attributes.isDirectory() && wanted.equals(attributes.fileKey());
    }

    /** Each file's size. */
    Map<String, Long> files() {
        return files;
    }

    /** What is neither a file nor a directory, with a word for what it is; and the staging directory. */
    Map<String, String> others() {
        return others;
    }

    Set<String> directories() {
        return directories;
    }

    /** What programs and systems left within the scope. */
    List<String> foreign() {
        return List.copyOf(foreign);
    }

    private void walkTo(Path entry) throws IOException {
        Path at = root;
        for (Path name : entry) {
            at = at.resolve(name);
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!enter(at, attributes)) {
                    return;
                }
            } catch (NoSuchFileException e) {
                return;
            }
        }
        TreeWalk.below(at, this);
    }

    /** Notes what is there, and returns whether it is a directory to look into. */
    @Override
    public boolean enter(Path path, BasicFileAttributes attributes) throws IOException {
        String name = name(path);
        if (scoped && Foreign.is(name)) {
            foreign.add(name);
        } else if (name.equals(Staging.NAME)) {
            others.put(name, "staging directory of syncs");
        } else if (attributes.isDirectory()) {
            directories.add(name);
            return true;
        } else if (attributes.isRegularFile()) {
            files.put(name, attributes.size());
        } else {
            others.put(name, FileKind.of(path, attributes));
        }
        return false;
    }

    /** Some of them nobody but root may look into. */
    @Override
    public void fail(Path path, IOException failure) throws IOException {
        if (!scoped || !Foreign.is(root.relativize(path).toString())) {
            throw failure;
        }
    }

    /** What cannot be read back from its name would be lost, or taken for something else. */
    private String name(Path path) {
        String name = root.relativize(path).toString();
        if (!isName(path, name)) {
            throw Problem.refused(
                    "the name of %s has characters that cannot be written in %s"
                            .formatted(path, System.getProperty("sun.jnu.encoding")),
                    Act.USE_UTF8,
                    Remedy.mend("rename the file"));
        }
        return name;
    }

    private boolean isName(Path path, String name) {
        try {
            return root.resolve(name).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
