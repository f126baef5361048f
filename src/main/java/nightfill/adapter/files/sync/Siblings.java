package nightfill.adapter.files.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import org.apache.commons.io.function.IOConsumer;

/**
 * Files of one directory, which one core comes to while it is open.
 *
 * @param directory below the root of their tree, as {@code a/b}; empty for the root itself
 */
record Siblings(String directory, List<String> names) {

    /** So many that opening the directory costs next to nothing, and so few that all cores end at about the same time. */
    static final int MOST = 100;
    /** Files of this many bytes, and multiples, are begun earlier, for one core works on each to its end. */
    static final long LARGE = 1 << 26;

    /** Divides files among cores: the large ones first and alone, the largest before all, then the others in their order. */
    static List<Siblings> of(Map<String, Long> sizes) {
        List<Siblings> all = new ArrayList<>();
        Map<String, Siblings> unfilled = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(Comparator.comparing(file -> -file.getValue() / LARGE))
                .forEach(file -> {
                    String directory = Entry.parent(file.getKey());
                    Siblings siblings = unfilled.computeIfAbsent(directory, parent -> begin(parent, all));
                    siblings.names.add(Entry.last(file.getKey()));
                    if (file.getValue() >= LARGE || siblings.names.size() == MOST) {
                        unfilled.remove(directory);
                    }
                });
        return all;
    }

    private static Siblings begin(String directory, List<Siblings> all) {
        Siblings siblings = new Siblings(directory, new ArrayList<>());
        all.add(siblings);
        return siblings;
    }

    /** Lets work do something with each file. */
    void each(OpenDirectory root, IOConsumer<Entry> work) throws IOException {
        Entry.within(root, directory, parent -> {
            for (String name : names) {
                work.accept(new Entry(parent, name));
            }
            return parent;
        });
    }

    /** Where a file of theirs is, below the root of the tree. */
    String path(String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }
}
