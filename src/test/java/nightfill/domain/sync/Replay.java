package nightfill.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;

/** A destination in memory on which actions fail that a file system, or a reader of manifests, would not bear. */
final class Replay {

    static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Map<String, String> source;
    private final Map<String, String> files;
    private final String reason;

    /** @param reason told with every failure */
    Replay(Map<String, String> source, Map<String, String> destination, String reason) {
        this.source = source;
        this.files = new TreeMap<>(destination);
        this.reason = reason;
    }

    Map<String, String> files() {
        return files;
    }

    void carryOut(SyncAction action) {
        String why = reason + "\n" + action + "\non " + files;
        if (action instanceof Copy copy) {
            copy(copy, why);
        } else if (action instanceof Move move) {
            move(move, why);
        } else if (action instanceof Delete delete) {
            requireNoManifestSpeaksOf(delete.path(), why);
            assertThat(files.remove(delete.path())).as(why).isNotNull();
        }
    }

    private void copy(Copy copy, String why) {
        requireRoom(copy.path(), why);
        requireNoManifestSpeaksOf(copy.path(), why);
        assertThat(copy.sha256()).as(why).isEqualTo(source.get(copy.path()));
        files.put(copy.path(), copy.sha256());
        if (isManifest(copy.path())) {
            assertThat(below(files, copy.path())).as(why).isEqualTo(below(source, copy.path()));
        }
    }

    private void move(Move move, String why) {
        assertThat(move.from()).as(why).isNotEqualTo(move.path());
        assertThat(isManifest(move.from()) || isManifest(move.path())).as(why).isFalse();
        requireRoom(move.path(), why);
        requireNoManifestSpeaksOf(move.from(), why);
        requireNoManifestSpeaksOf(move.path(), why);
        String content = files.remove(move.from());
        assertThat(content).as(why).isNotNull().isNotEqualTo(EMPTY).isEqualTo(source.get(move.path()));
        files.put(move.path(), content);
    }

    /** A file may be written over; a directory is none, and none is a directory. */
    private void requireRoom(String path, String why) {
        assertThat(files.keySet())
                .as(why)
                .noneMatch(file -> path.startsWith(file + "/"))
                .noneMatch(file -> file.startsWith(path + "/"));
    }

    /** None but itself, should it be one. */
    private void requireNoManifestSpeaksOf(String path, String why) {
        Stream<String> manifests = files.keySet().stream().filter(Replay::isManifest);
        assertThat(manifests.filter(manifest -> !manifest.equals(path)).map(Replay::directory))
                .as(why)
                .noneMatch(path::startsWith);
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
}
