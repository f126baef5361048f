package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nightfill.adapter.files.Entries;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.words.CodePointOrder;

/** The reports of a run as they were worked out now, and as they exist already. */
record TwoRuns(Path now, Path existing) {

    /** The first file, by name, that is not the same, byte for byte, in both. */
    Optional<String> difference() throws IOException {
        if (!Files.isDirectory(existing, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("it is not a directory");
        }
        SortedSet<String> names = names(now);
        names.addAll(names(existing));
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
        Path there = existing.resolve(name);
        if (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(name + " is missing there");
        }
        if (!Files.exists(now.resolve(name))) {
            return Optional.of(name + " does not belong there");
        }
        boolean alike =
                Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(now.resolve(name), there) < 0;
        return alike
                ? Optional.empty()
                : Optional.of("its %s differs from what the night comes to now".formatted(name));
    }

    /** It differs whenever another file does, and says nothing. */
    private static List<String> manifestLast(SortedSet<String> names) {
        List<String> all = new ArrayList<>(names);
        all.remove(Manifest.NAME);
        all.add(Manifest.NAME);
        return all;
    }

    private static SortedSet<String> names(Path directory) throws IOException {
        return Entries.of(directory).stream()
                .map(Entries::name)
                .collect(Collectors.toCollection(() -> new TreeSet<>(CodePointOrder.INSTANCE)));
    }
}
