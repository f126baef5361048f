package nightfill.application.act;

import java.time.Duration;
import java.util.Optional;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.compare.CompareInput;
import nightfill.application.compare.CompareInput.Compared;
import nightfill.application.run.Input;
import nightfill.domain.access.Act;

/** What lies in INPUT, as far as acts go by it. */
record Fed(CompareInput compare, Places places) {

    /** How long a file of INPUT may take to be read before somebody decides. */
    private static final Duration READING = Duration.ofSeconds(1);

    /** INPUT beside what a run accepted, where an act goes by it. */
    Optional<Compared> compare(Act act, Target target) {
        if (!(target instanceof RunTarget run)) {
            return Optional.empty();
        }
        return switch (act) {
            case RESTART, TAKE_OVER -> compare.of(run.run().record(), READING);
            case CORRECT -> compare.ofFinished(run.run().record(), READING);
            default -> Optional.empty();
        };
    }

    /** What INPUT lets nothing come of; the process that would be started says so too. */
    Optional<Verdict> inVain(Act act, Target target, Optional<Compared> input) {
        if (act == Act.CORRECT) {
            return input.flatMap(compared -> switch (compared.how().verdict()) {
                case EQUAL -> Optional.of(new Impossible("INPUT holds what it accepted"));
                case GONE -> Optional.of(new Impossible("INPUT has no feeds of its date any more"));
                default -> Optional.empty();
            });
        }
        return places.input()
                .filter(any -> act.runsOneNight())
                .map(directory -> new Input(directory, target.date()))
                .filter(compare::isEmpty)
                .map(place -> new Impossible("no feed lies in " + place.path()));
    }
}
