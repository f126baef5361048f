package nightfill.application.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import nightfill.application.report.ReportFolder;
import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.proof.Foreign;
import nightfill.domain.words.CodePointOrder;
import nightfill.domain.words.Dates;

/** Finds the runs of a directory by their places, {@code <business date>/run-<n>}, from what does not belong there. */
final class Layout {

    private static final String NUMBER = "run-[1-9][0-9]{0,8}";

    private static final String STAGING = ".nightfill-sync/";

    private final SortedSet<String> runs = new TreeSet<>(CodePointOrder.INSTANCE);
    private final SortedSet<String> emptyDates = new TreeSet<>(CodePointOrder.INSTANCE);
    private final List<String> faults = new ArrayList<>();
    private String draft = "";

    Layout(SortedMap<String, Kind> found) {
        found.forEach(this::take);
        emptyDates.forEach(date -> faults.add(date + ": has no run"));
    }

    /** Their directories. */
    SortedSet<String> runs() {
        return runs;
    }

    List<String> faults() {
        return faults;
    }

    /** Directories come before what is in them. */
    private void take(String path, Kind kind) {
        if (Foreign.is(path)) {
            // may be all that pruning has left of a date
            emptyDates.remove(path.split("/", 2)[0]);
        } else if (kind == Kind.DIRECTORY) {
            takeDirectory(path);
        } else if (!isOfRun(path)
                && !isOfDraft(path)
                && !isOfSync(path)
                && !(path.equals(ReportFolder.IDENTITY) && kind == Kind.FILE)) {
            faults.add(Wording.of(path, kind, "belongs to no run"));
        }
    }

    private void takeDirectory(String path) {
        String[] names = path.split("/", -1);
        if (names.length == 1 && isDate(names[0])) {
            emptyDates.add(path);
        } else if (isRun(path)) {
            emptyDates.remove(names[0]);
            runs.add(path);
        } else if (names.length == 1 && isDraft(path)) {
            draft = path + "/";
            faults.add(path + ": reports that were begun and are not published");
        }
    }

    private boolean isOfRun(String path) {
        String[] names = path.split("/", 3);
        return names.length == 3 && runs.contains(names[0] + "/" + names[1]);
    }

    /** What a sync that is at work, or was killed, has not put in its place yet. */
    static boolean isOfSync(String path) {
        return path.startsWith(STAGING);
    }

    private boolean isOfDraft(String path) {
        return !draft.isEmpty() && path.startsWith(draft);
    }

    /** Whether a path is the place of a run. */
    static boolean isRun(String path) {
        String[] names = path.split("/", -1);
        return names.length == 2 && isDate(names[0]) && names[1].matches(NUMBER);
    }

    private static boolean isDate(String name) {
        return Dates.parse(name).isPresent();
    }

    /** As in {@code .2026-11-20-run-1}. */
    private static boolean isDraft(String name) {
        return name.startsWith(".")
                && name.length() > 12
                && isDate(name.substring(1, 11))
                && name.substring(11).matches("-" + NUMBER + "[.].+");
    }
}
