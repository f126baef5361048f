package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.List;

/** Takes paths apart. */
final class Names {

    private static final String ROOT = "";
    private static final String MANIFEST = "MANIFEST.sha256";

    private Names() {}

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static boolean isManifest(String path) {
        return last(path).equals(MANIFEST);
    }

    static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Whether one is a file where the other needs a directory. */
    static boolean collide(String path, String other) {
        return liesIn(path, other) || liesIn(other, path);
    }

    private static boolean liesIn(String path, String directory) {
        return path.length() > directory.length()
                && path.charAt(directory.length()) == '/'
                && path.startsWith(directory);
    }

    /** The directories that a path lies in, the innermost first, the root last. */
    static List<String> directories(String path) {
        List<String> directories = new ArrayList<>();
        for (String around = directory(path); !around.equals(ROOT); around = directory(around)) {
            directories.add(around);
        }
        directories.add(ROOT);
        return directories;
    }

    /** The directories whose manifests speak of a path; none speaks of itself. */
    static List<String> covering(String path) {
        List<String> directories = directories(path);
        return isManifest(path) ? directories.subList(1, directories.size()) : directories;
    }
}
