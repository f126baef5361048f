package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entries;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.words.CodePointOrder;

/** The files of a directory, held against the manifest in it. */
record ListedFiles(Path directory) {

    List<String> differences() throws IOException {
        Manifest manifest = manifest();
        List<String> differences = new ArrayList<>();
        manifest.faults().forEach(fault -> differences.add(Manifest.NAME + ": " + fault));
        SortedMap<String, String> present = present(manifest.listed().keySet());
        manifest.listed().forEach((name, sha256) -> {
            String found = present.remove(name);
            if (found == null) {
                differences.add(name + " is missing");
            } else if (!found.equals(sha256)) {
                differences.add(name + " was altered");
            }
        });
        present.keySet().forEach(name -> differences.add(name + " is not listed in the manifest"));
        return differences;
    }

    /** What is there, and is no business of the manifest's. */
    List<Path> foreign() throws IOException {
        Set<String> listed = manifest().listed().keySet();
        return Entries.of(directory).stream()
                .filter(entry -> Foreign.is(Entries.name(entry)) && !listed.contains(Entries.name(entry)))
                .toList();
    }

    private Manifest manifest() throws IOException {
        try {
            return Manifest.parse(Files.readString(directory.resolve(Manifest.NAME)));
        } catch (CharacterCodingException e) {
            throw new IOException(directory.resolve(Manifest.NAME) + " is not UTF-8", e);
        }
    }

    private SortedMap<String, String> present(Set<String> listed) throws IOException {
        SortedMap<String, String> present = new TreeMap<>(CodePointOrder.INSTANCE);
        for (Path file : Entries.of(directory)) {
            if (!Foreign.is(Entries.name(file)) || listed.contains(Entries.name(file))) {
                boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                present.put(Entries.name(file), regular ? ContentReader.sha256(file) : "not a file");
            }
        }
        present.remove(Manifest.NAME);
        return present;
    }
}
