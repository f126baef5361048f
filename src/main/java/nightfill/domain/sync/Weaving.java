package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightfill.domain.sync.SyncAction.Move;

/** A list of actions and what has to be done before the first, and after the last, of those within a directory. */
final class Weaving {

    private final List<SyncAction> actions;
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<Integer, List<SyncAction>> before = new HashMap<>();
    private final Map<Integer, List<SyncAction>> after = new HashMap<>();

    Weaving(List<SyncAction> actions) {
        this.actions = actions;
        for (int index = 0; index < actions.size(); index++) {
            note(index, actions.get(index));
        }
    }

    private void note(int index, SyncAction action) {
        note(index, action.path());
        if (action instanceof Move move) {
            note(index, move.from());
        }
    }

    private void note(int index, String path) {
        for (String directory : Names.directories(path)) {
            first.putIfAbsent(directory, index);
            last.put(directory, index);
        }
    }

    /** Of several before the same action the first one given comes first. */
    void beforeAllIn(String directory, SyncAction action) {
        before.computeIfAbsent(first.getOrDefault(directory, 0), index -> new ArrayList<>())
                .add(action);
    }

    /** Of several after the same action the first one given comes last. */
    void afterAllIn(String directory, SyncAction action) {
        after.computeIfAbsent(last.getOrDefault(directory, 0), index -> new ArrayList<>())
                .add(0, action);
    }

    List<SyncAction> woven() {
        List<SyncAction> woven = new ArrayList<>();
        for (int index = 0; index < actions.size(); index++) {
            woven.addAll(before.getOrDefault(index, List.of()));
            woven.add(actions.get(index));
            woven.addAll(after.getOrDefault(index, List.of()));
        }
        return List.copyOf(woven);
    }
}
