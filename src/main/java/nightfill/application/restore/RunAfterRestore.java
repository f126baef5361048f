package nightfill.application.restore;

import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.RunNight;
import nightfill.application.problem.Problem;
import nightfill.application.report.ReportFolders;
import nightfill.domain.run.Run;

/** Runs again, in the order in which they were run, the nights that OUTPUT shows and a restored database does not know. */
public final class RunAfterRestore {

    private final RunNight runNight;
    private final NightAfterRestore.Work work;
    private final ReportFolders folders;

    public RunAfterRestore(RunNight runNight, NightAfterRestore.Work work, ReportFolders folders) {
        this.runNight = runNight;
        this.work = work;
        this.folders = folders;
    }

    /**
     * Runs night after night, telling each run before anything is done for it, and its outcome.
     *
     * @return how many
     * @throws Problem of the first night that does not end well; later ones are left alone
     */
    public int run(NightRequest order, Consumer<Run> begun, Consumer<NightOutcome> told) {
        int nights = 0;
        Optional<NightOutcome> outcome = next(order, begun);
        while (outcome.isPresent()) {
            told.accept(outcome.get());
            nights++;
            outcome = next(order, begun);
        }
        return nights;
    }

    private Optional<NightOutcome> next(NightRequest order, Consumer<Run> begun) {
        return runNight.underLock(
                order, () -> new NightAfterRestore(work, order, folders.at(order.output())).run(begun));
    }
}
