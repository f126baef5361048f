package nightfill.application.night;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nightfill.application.feeds.ArrivedFeeds;
import nightfill.application.feeds.SendersWord;
import nightfill.application.night.RunNight.Means;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Finds the run that loads what was asked for, or opens it. */
record LoadingNight(Means means, NightRequest request, List<String> notes) {

    /**
     * The run that loads already, if it was begun on the same terms with the same feeds, or else a new one in its place.
     *
     * @throws nightfill.application.problem.Problem (refused) or (not ready) when no run can be opened
     */
    Run run(@Nullable Run finished, ArrivedFeeds arrived, ClearWay clearWay) throws IOException {
        Optional<Run> loading = means.runs().loading();
        if (loading.isPresent() && isResumable(loading.get(), finished, arrived)) {
            clearWay.require(finished);
            return loading.get();
        }
        means.acceptFeeds().inspect(request.feeds());
        clearWay.require(finished);
        if (loading.isPresent()) {
            means.discard(loading.get());
        }
        means.fence().inTransaction(() -> means.runs().open(request.date(), request.terms(), finished));
        return means.runs().loading().orElseThrow();
    }

    private boolean isResumable(Run loading, @Nullable Run finished, ArrivedFeeds arrived) {
        if (!isAskedFor(loading, finished) || means.runs().accepted(loading).isEmpty() || !arrived.areKept(loading)) {
            return false;
        }
        if (arrived.areGone(request.feeds())) {
            notes.add("%s no longer has feeds; the copies that were accepted are used"
                    .formatted(request.feeds().path()));
            return true;
        }
        return arrived.areThoseOf(loading, request.feeds()) && isVouchedForAsBefore(loading);
    }

    private boolean isAskedFor(Run loading, @Nullable Run finished) {
        return loading.date().equals(request.date())
                && loading.terms().equals(request.terms())
                && Objects.equals(loading.replacesId(), finished == null ? null : finished.id());
    }

    private boolean isVouchedForAsBefore(Run loading) {
        SendersWord word = means.acceptFeeds().inspect(request.feeds()).word();
        return means.runs().accepted(loading).stream().allMatch(word::isSaidOf);
    }
}
