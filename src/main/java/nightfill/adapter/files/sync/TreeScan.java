package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.TreeWalk;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.proof.Foreign;
import nightfill.domain.words.CodePointOrder;

/** Lists what lies below a directory, as far as a scope goes; follows no link and opens no file. */
final class TreeScan implements TreeWalk.Visitor {

    private final OpenDirectory root;
    private final Map<String, Long> files = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Map<String, String> others = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Set<String> directories = new TreeSet<>(CodePointOrder.INSTANCE);

    private final Set<String> foreign = new TreeSet<>(CodePointOrder.INSTANCE);
    private final boolean scoped;

    private TreeScan(OpenDirectory root, boolean scoped) {
        this.root = root;
        this.scoped = scoped;
    }

    /**
     * Lists the root itself, or else the entries of the scope and the directories that lead to them.
     *
     * @throws Problem (refused) for a name that the characters of this platform cannot express
     */
    static TreeScan of(OpenDirectory root, Set<String> scope) throws IOException {
        TreeScan scan = new TreeScan(root, !scope.isEmpty());
        if (scope.isEmpty()) {
            TreeWalk.below(root, scan);
        }
        for (String entry : scope) {
            scan.walkTo(root, entry);
        }
        return scan;
    }

    /** Whether one of the directories below a root is another directory, by whatever way that is reached. */
    static boolean holds(Path root, Path other) throws IOException {
        if (!Files.isDirectory(root) || !Files.isDirectory(other)) {
            return false;
        }
        Object wanted = Files.readAttributes(other, BasicFileAttributes.class).fileKey();
        Keys keys = new Keys(new HashSet<>());
        try (OpenDirectory directory = OpenDirectory.ofReal(root)) {
            TreeWalk.below(directory, keys);
        }
        return keys.found.contains(wanted);
    }

    /** Of all directories, to tell which is which. */
    private record Keys(Set<Object> found) implements TreeWalk.Visitor {

        @Override
        public boolean enter(Entry entry, PosixFileAttributes attributes) {
            return attributes.isDirectory() && found.add(attributes.fileKey());
        }

        /** Names are judged where the tree is scanned. */
        @Override
        public void fail(Path path, IOException failure) throws IOException {
            if (!(failure instanceof MalformedInputException)) {
                throw failure;
            }
        }
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

    private void walkTo(OpenDirectory from, String way) throws IOException {
        String[] names = way.split("/", 2);
        Optional<PosixFileAttributes> found = from.look(names[0]);
        if (found.isPresent() && enter(new Entry(from, names[0]), found.get())) {
            try (OpenDirectory entered = from.enter(names[0])) {
                if (names.length == 1) {
                    TreeWalk.below(entered, this);
                } else {
                    walkTo(entered, names[1]);
                }
            }
        }
    }

    /** Notes what is there, and returns whether it is a directory to look into. */
    @Override
    public boolean enter(Entry entry, PosixFileAttributes attributes) throws IOException {
        String name = name(entry.place());
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
            others.put(name, FileKind.of(entry));
        }
        return false;
    }

    /** Some of them nobody but root may look into. */
    @Override
    public void fail(Path path, IOException failure) throws IOException {
        if (failure instanceof MalformedInputException) {
            // what cannot be read back from its name would be lost, or taken for something else
            throw Problem.refused(
                    "the name of %s has characters that cannot be written in %s"
                            .formatted(path, System.getProperty("sun.jnu.encoding")),
                    Act.USE_UTF8,
                    Remedy.mend("rename the file"));
        }
        if (!scoped || !Foreign.is(name(path))) {
            throw failure;
        }
    }

    private String name(Path path) {
        return root.place().relativize(path).toString();
    }
}
