package nightfill.application.restore;

import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.WorkUnderLock;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.report.ReportFolders;
import nightfill.domain.run.Run;

/** Runs again, in the order in which they were run, the nights that OUTPUT shows and a restored database does not know. */
public record RunAfterRestore(WorkUnderLock underLock, NightAfterRestore.Work work, ReportFolders folders) {

    /**
     * Runs night after night, passing on each run before anything is done for it, and its outcome.
     *
     * @return how many
     * @throws Problem of the first night that does not end well; later ones are left alone
     */
    public int run(NightRequest request, Consumer<Run> begun, Consumer<NightOutcome> ended, StopToken stop) {
        int nights = 0;
        Optional<NightOutcome> outcome = next(request, begun, stop);
        while (outcome.isPresent()) {
            ended.accept(outcome.get());
            nights++;
            outcome = next(request, begun, stop);
        }
        return nights;
    }

    private Optional<NightOutcome> next(NightRequest request, Consumer<Run> begun, StopToken stop) {
        return underLock.run(
                request,
                stop,
                () -> new NightAfterRestore(work, request, folders.at(request.output())).run(begun, stop));
    }
}
