package nightfill.adapter.files.reports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.words.CodePointOrder;

/** The reports of a run as they were worked out now, and as they exist already. */
record TwoRuns(OpenDirectory now, OpenDirectory existing) {

    /** The first file, by name, that is not the same, byte for byte, in both. */
    Optional<String> difference() throws IOException {
        SortedSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        names.addAll(now.names());
        names.addAll(existing.names());
        names.removeIf(Foreign::is);
        for (String name : manifestLast(names)) {
            Optional<String> difference = difference(name);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> difference(String name) throws IOException {
        if (existing.look(name).isEmpty()) {
            return Optional.of(name + " is missing there");
        }
        if (now.look(name).isEmpty()) {
            return Optional.of(name + " does not belong there");
        }
        return isAlike(name)
                ? Optional.empty()
                : Optional.of("its %s differs from what the night comes to now".formatted(name));
    }

    /** By its size first, for somebody's file may take hours to read. */
    private boolean isAlike(String name) throws IOException {
        return existing.isFile(name)
                && size(now, name) == size(existing, name)
                && now.reading(name, ContentReader::sha256).equals(existing.reading(name, ContentReader::sha256));
    }

    private static long size(OpenDirectory directory, String name) throws IOException {
        return new Entry(directory, name).attributes().size();
    }

    /** It differs whenever another file does, and says nothing. */
    private static List<String> manifestLast(SortedSet<String> names) {
        List<String> all = new ArrayList<>(names);
        all.remove(Manifest.NAME);
        all.add(Manifest.NAME);
        return all;
    }
}
