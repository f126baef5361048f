package nightfill.domain.sync;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;

/** Trees as a text shows them, a path and a word for its content in each line, and plans as a text. */
final class Trees {

    private Trees() {}

    static Map<String, String> tree(String lines) {
        Map<String, String> tree = new TreeMap<>();
        lines.lines().map(line -> line.split(" +")).forEach(file -> tree.put(file[0], content(file[1])));
        return tree;
    }

    private static String content(String word) {
        return word.equals("(empty)") ? Replay.EMPTY : word;
    }

    /** What the plan does, having seen it done. */
    static List<String> plan(Map<String, String> source, Map<String, String> destination) {
        SyncPlan plan = SyncPlan.of(source, destination);
        Replay replay = new Replay(source, destination);
        plan.actions().forEach(replay::carryOut);
        if (!replay.files().equals(source)) {
            throw new AssertionError("%s made of %s: %s".formatted(plan, destination, replay.files()));
        }
        return plan.actions().stream().map(Trees::text).toList();
    }

    static String text(SyncAction action) {
        if (action instanceof Copy copy) {
            return "copy " + copy.path();
        }
        if (action instanceof Move move) {
            return "move %s to %s".formatted(move.from(), move.path());
        }
        return "delete " + ((Delete) action).path();
    }
}
