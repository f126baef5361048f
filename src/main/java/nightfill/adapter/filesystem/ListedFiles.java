package nightfill.adapter.filesystem;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.domain.allocation.CodePointOrder;

/** The files of a directory, held against the manifest in it. */
record ListedFiles(Path directory) {

    private static final String LINE = "[0-9a-f]{64}  .+";
    private static final int NAME = 66;

    List<String> differences() throws IOException {
        List<String> differences = new ArrayList<>();
        SortedMap<String, String> listed = listed(differences);
        SortedMap<String, String> standing = standing();
        listed.forEach((name, sha256) -> {
            String found = standing.remove(name);
            if (found == null) {
                differences.add(name + " is missing");
            } else if (!found.equals(sha256)) {
                differences.add(name + " was altered");
            }
        });
        standing.keySet().forEach(name -> differences.add(name + " is not listed in the manifest"));
        return differences;
    }

    private SortedMap<String, String> listed(List<String> differences) throws IOException {
        SortedMap<String, String> listed = new TreeMap<>(CodePointOrder.INSTANCE);
        for (String line : lines()) {
            if (!line.matches(LINE) || listed.put(line.substring(NAME), line.substring(0, NAME - 2)) != null) {
                differences.add(FilesystemReportFolder.MANIFEST + " is damaged");
            }
        }
        return listed;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(directory.resolve(FilesystemReportFolder.MANIFEST));
        } catch (MalformedInputException e) {
            return List.of("");
        }
    }

    private SortedMap<String, String> standing() throws IOException {
        SortedMap<String, String> standing = new TreeMap<>(CodePointOrder.INSTANCE);
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.toList();
        }
        for (Path file : files) {
            boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            standing.put(String.valueOf(file.getFileName()), regular ? Hashes.of(file) : "not a file");
        }
        standing.remove(FilesystemReportFolder.MANIFEST);
        return standing;
    }
}
