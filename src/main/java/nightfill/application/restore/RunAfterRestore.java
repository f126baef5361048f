package nightfill.application.restore;

import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.RunNight.Means;
import nightfill.application.night.WorkUnderLock;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.domain.run.Run;

/** Runs again, in the order in which they were run, the nights that OUTPUT shows and a restored database does not know. */
public record RunAfterRestore(WorkUnderLock underLock, Means means, Ledger ledger) {

    /**
     * Runs night after night, passing on each run before anything is done for it, and its outcome.
     *
     * @return how many
     * @throws Problem of the first night that does not end well; later ones are left alone
     */
    public int run(NightRequest request, Consumer<Run> begun, Consumer<NightOutcome> ended, StopToken stop) {
        int nights = 0;
        for (var next = next(request, begun, stop); next.isPresent(); next = next(request, begun, stop)) {
            ended.accept(next.get());
            nights++;
        }
        return nights;
    }

    private Optional<NightOutcome> next(NightRequest request, Consumer<Run> begun, StopToken stop) {
        return underLock.run(request, stop, () -> new NightAfterRestore(means, ledger, request).run(begun, stop));
    }
}
