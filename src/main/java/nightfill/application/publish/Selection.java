package nightfill.application.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightfill.application.Run;

/**
 * Which finished runs a publication is about.
 *
 * @param added those that are not noted as standing there, or are not there any more
 * @param newest of the others, which is compared in full too
 * @param lost those that were never published there and do not stand in OUTPUT any more
 */
record Selection(List<Run> added, Optional<Run> newest, List<Run> lost) {

    /**
     * Selects by what is noted and by which directories there are, and looks into none.
     *
     * @param finished in the order in which they were run
     * @param noted ids of the runs that are noted as standing in the directory
     */
    static Selection of(List<Run> finished, Set<String> inOutput, Set<Long> noted, Set<String> inDirectory) {
        List<Run> added = new ArrayList<>();
        List<Run> lost = new ArrayList<>();
        Optional<Run> newest = Optional.empty();
        for (Run run : finished) {
            boolean isNoted = noted.contains(run.id());
            if (!inOutput.contains(run.directory())) {
                lost.addAll(isNoted ? List.of() : List.of(run));
            } else if (isNoted && inDirectory.contains(run.directory())) {
                newest = Optional.of(run);
            } else {
                added.add(run);
            }
        }
        return new Selection(added, newest, lost);
    }

    /** All that is compared in full, in the order in which they were run. */
    List<Run> compared() {
        List<Run> compared = new ArrayList<>(added);
        newest.ifPresent(compared::add);
        compared.sort(Comparator.comparingLong(Run::id));
        return compared;
    }
}
