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
        List<String> written = now.names();
        List<String> found = existing.names();
        SortedSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        names.addAll(written);
        names.addAll(found);
        names.removeIf(Foreign::is);
        for (String name : manifestLast(names)) {
            Optional<String> difference = difference(name, written, found);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** A name that is listed need not be one by which a file can be looked up, for it may be no text here. */
    private Optional<String> difference(String name, List<String> written, List<String> found) throws IOException {
        if (!found.contains(name)) {
            return Optional.of(name + " is missing there");
        }
        if (!written.contains(name)) {
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
