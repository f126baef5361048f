package nightfill.domain.sync;

import java.util.Map;
import java.util.TreeMap;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;

/** A destination in memory on which actions fail that a file system, or a reader of manifests, would not bear. */
final class Replay {

    static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Map<String, String> source;
    private final Map<String, String> files;

    Replay(Map<String, String> source, Map<String, String> destination) {
        this.source = source;
        this.files = new TreeMap<>(destination);
    }

    Map<String, String> files() {
        return files;
    }

    void carryOut(SyncAction action) {
        if (action instanceof Copy copy) {
            copy(copy);
        } else if (action instanceof Move move) {
            move(move);
        } else if (action instanceof Delete delete) {
            requireNoManifestSpeaksOf(delete.path());
            require(files.remove(delete.path()) != null, "nothing to delete at", delete.path());
        }
    }

    private void copy(Copy copy) {
        requireRoomAt(copy.path());
        requireNoManifestSpeaksOf(copy.path());
        require(copy.sha256().equals(source.get(copy.path())), "other content than the source's at", copy.path());
        files.put(copy.path(), copy.sha256());
        if (isManifest(copy.path())) {
            require(below(files, copy.path()).equals(below(source, copy.path())), "too early", copy.path());
        }
    }

    private void move(Move move) {
        require(!isManifest(move.from()) && !isManifest(move.path()), "a manifest is moved to", move.path());
        require(files.containsKey(move.from()), "nothing to move at", move.from());
        requireNoManifestSpeaksOf(move.from());
        requireNoManifestSpeaksOf(move.path());
        requireRoomAt(move.path());
        String content = files.get(move.from());
        require(!EMPTY.equals(content), "empty, and moved", move.from());
        files.remove(move.from());
        files.put(move.path(), String.valueOf(content));
        require(String.valueOf(content).equals(source.get(move.path())), "wrongly moved to", move.path());
    }

    /** A file may be written over; a directory is none, and none is a directory. */
    private void requireRoomAt(String path) {
        for (String file : files.keySet()) {
            require(!path.startsWith(file + "/"), "a file has to be a directory for", path);
            require(!file.startsWith(path + "/"), "a directory has to be a file at", path);
        }
    }

    /** None but itself, should it be one. */
    private void requireNoManifestSpeaksOf(String path) {
        for (String file : files.keySet()) {
            boolean speaks = isManifest(file) && path.startsWith(directory(file)) && !file.equals(path);
            require(!speaks, "a manifest still speaks of", path);
        }
    }

    static boolean isManifest(String path) {
        return path.equals("MANIFEST.sha256") || path.endsWith("/MANIFEST.sha256");
    }

    private static Map<String, String> below(Map<String, String> tree, String manifest) {
        Map<String, String> below = new TreeMap<>(tree);
        below.keySet().removeIf(path -> !path.startsWith(directory(manifest)));
        return below;
    }

    /** With the slash at its end. */
    private static String directory(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private void require(boolean fulfilled, String otherwise, String path) {
        if (!fulfilled) {
            throw new AssertionError("%s %s, among %s".formatted(otherwise, path, files));
        }
    }
}
