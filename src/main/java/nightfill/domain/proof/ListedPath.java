package nightfill.domain.proof;

import java.util.List;
import java.util.stream.Collectors;
import nightfill.domain.words.Identifiers;
import nightfill.domain.words.Visible;

/**
 * A path that a manifest lists.
 *
 * @param path without names that mean the same directory again
 * @param fault why it cannot be meant, or empty
 */
record ListedPath(String path, String fault) {

    static ListedPath of(String written) {
        String path = List.of(written.split("/", -1)).stream()
                .filter(name -> !name.equals("."))
                .collect(Collectors.joining("/"));
        return new ListedPath(path, fault(written, path));
    }

    private static String fault(String written, String path) {
        List<String> names = List.of(written.split("/", -1));
        if (written.startsWith("/") || names.contains("..")) {
            return "a path that leads out of the directory: " + Visible.brief(written);
        }
        if (names.contains("") || path.isEmpty()) {
            return "a path with an empty name: " + Visible.brief(written);
        }
        if (written.chars().anyMatch(character -> character == '\\' || Identifiers.isControl(character))) {
            return "a path with a backslash or a control character: " + Visible.brief(written);
        }
        if (written.equals("-")) {
            return "a path that means standard input: -";
        }
        return path.equals(Manifest.NAME) ? "the manifest lists itself" : "";
    }
}
