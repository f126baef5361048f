package nightfill.adapter.web.console;

import java.util.Optional;
import nightfill.adapter.web.RunAddress;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.RunView;
import nightfill.application.watch.StepView;
import nightfill.domain.access.Role;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/**
 * Why a run came to nothing.
 *
 * @param step that was under way last; null where none was
 * @param trace of what ended it; null where none is known
 * @param note where to sign a note about it; null for whoever may not
 */
record CauseSheet(
        String reason,
        String advice,
        @Nullable String step,
        @Nullable String trace,
        @Nullable String note) {

    /** Null where a run is no trouble. */
    static @Nullable CauseSheet of(RunView run, Role reader) {
        AttemptView last = run.lastAttempt();
        if (last == null || !run.status().isTrouble()) {
            return null;
        }
        Optional<StepView> step = Optional.ofNullable(last.lastStep());
        String trace = step.map(it -> it.step().recorded().message()).orElse("");
        return new CauseSheet(
                StatusWords.explained(run.status(), last.attempt().recorded().message()),
                StatusWords.advice(run.status()),
                step.map(it -> it.step().name()).orElse(null),
                trace.isEmpty() ? null : trace,
                reader == Role.VIEWER ? null : RunAddress.of(run.run().name()).path() + "/attend");
    }
}
