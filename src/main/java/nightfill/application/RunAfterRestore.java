package nightfill.application;

import java.util.Optional;
import java.util.function.Consumer;

/** Runs again, in the order in which they were run, the nights that OUTPUT shows and a restored database does not know. */
public final class RunAfterRestore {

    private final RunNight runNight;

    public RunAfterRestore(RunNight runNight) {
        this.runNight = runNight;
    }

    /**
     * Runs night after night, telling each run before anything is done for it, and its outcome.
     *
     * @return how many
     * @throws Problem of the first night that does not end well; later ones are left alone
     */
    public int run(NightOrder order, Consumer<Run> begun, Consumer<NightOutcome> told) {
        int nights = 0;
        Optional<NightOutcome> outcome = runNight.runShown(order, begun);
        while (outcome.isPresent()) {
            told.accept(outcome.get());
            nights++;
            outcome = runNight.runShown(order, begun);
        }
        return nights;
    }
}
