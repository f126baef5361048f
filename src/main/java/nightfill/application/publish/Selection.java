package nightfill.application.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightfill.domain.run.Run;

/**
 * Which finished runs a publication is about.
 *
 * @param added those that are not noted as being there, or whose date is not there any more
 * @param newest of the others, which is compared in full too
 */
record Selection(List<Run> added, Optional<Run> newest) {

    /**
     * Selects without looking into any run, in a time that hardly grows with them.
     *
     * @param finished in the order in which they were run
     * @param noted ids of the runs that are noted as being in the directory
     * @param dates that have a directory there
     */
    static Selection of(List<Run> finished, Set<Long> noted, Set<LocalDate> dates) {
        List<Run> added = new ArrayList<>();
        Optional<Run> newest = Optional.empty();
        for (Run run : finished) {
            if (noted.contains(run.id()) && dates.contains(run.date())) {
                newest = Optional.of(run);
            } else {
                added.add(run);
            }
        }
        return new Selection(added, newest);
    }

    Selection without(Set<Run> gone) {
        return new Selection(
                added.stream().filter(run -> !gone.contains(run)).toList(), newest.filter(run -> !gone.contains(run)));
    }

    /** All that is compared in full, in the order in which they were run. */
    List<Run> compared() {
        List<Run> compared = new ArrayList<>(added);
        newest.ifPresent(compared::add);
        compared.sort(Comparator.comparingLong(Run::id));
        return compared;
    }
}
