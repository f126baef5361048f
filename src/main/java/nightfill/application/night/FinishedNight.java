package nightfill.application.night;

import java.util.Objects;
import nightfill.application.feeds.ArrivedFeeds;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** The finished run of a date that is to be run: all that was asked for, or to be corrected. */
record FinishedNight(Run finished, NightRequest request, Runs runs) {

    /**
     * Whether nothing is left to do.
     *
     * @throws Problem (feeds changed) when feeds differ that no correction was requested for
     */
    boolean isDone(ArrivedFeeds arrived, ClearWay clearWay) {
        if (arrived.areGone(request.feeds())) {
            return !isBeingCorrected();
        }
        if (arrived.areThoseOf(finished, request.feeds())) {
            return true;
        }
        if (!request.correction()) {
            throw new Problem(
                    Kind.FEEDS_CHANGED,
                    "%s is finished, but the feeds in %s have changed since"
                            .formatted(finished.title(), request.feeds().path()),
                    remedy(clearWay));
        }
        return false;
    }

    /** A correction that was cut short goes on with the copies that it accepted. */
    private boolean isBeingCorrected() {
        return request.correction()
                && runs.loading()
                        .filter(loading -> Objects.equals(loading.replacesId(), finished.id()))
                        .isPresent();
    }

    private Remedy remedy(ClearWay clearWay) {
        return clearWay.isLast(finished)
                ? Act.CORRECT
                : Remedy.mend("put the former feeds back, for a later night has begun and it cannot be corrected");
    }
}
