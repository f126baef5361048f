package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.WholeFile;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.words.CodePointOrder;

/** The files of a directory, held against the manifest in it. */
record ListedFiles(OpenDirectory directory) {

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
        return directory.names().stream()
                .filter(name -> Foreign.is(name) && !listed.contains(name))
                .map(directory.place()::resolve)
                .toList();
    }

    private Manifest manifest() throws IOException {
        try {
            return Manifest.parse(directory.reading(Manifest.NAME, WholeFile::text));
        } catch (CharacterCodingException e) {
            throw new IOException(directory.place().resolve(Manifest.NAME) + " is not UTF-8", e);
        }
    }

    private SortedMap<String, String> present(Set<String> listed) throws IOException {
        SortedMap<String, String> present = new TreeMap<>(CodePointOrder.INSTANCE);
        for (String name : directory.names()) {
            if (!Foreign.is(name) || listed.contains(name)) {
                present.put(
                        name, directory.isFile(name) ? directory.reading(name, ContentReader::sha256) : "not a file");
            }
        }
        present.remove(Manifest.NAME);
        return present;
    }
}
