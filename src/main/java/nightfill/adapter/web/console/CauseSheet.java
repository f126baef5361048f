package nightfill.adapter.web.console;

import java.nio.file.Path;
import java.util.Optional;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.application.watch.AttemptLog.Lines;
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
 */
record CauseSheet(
        String reason,
        String advice,
        @Nullable String step,
        @Nullable String trace,
        Links links,
        @Nullable Log log) {

    /**
     * Where to go from here.
     *
     * @param note where to sign a note about it; null for whoever may not
     * @param rejects the rows for which it was refused; null where none are kept
     */
    record Links(@Nullable String note, @Nullable String rejects) {}

    /**
     * What was logged meanwhile.
     *
     * @param text the lines; null where there are none
     */
    record Log(String sentence, @Nullable String text) {

        static Log of(Optional<Lines> found, Path directory) {
            if (found.isEmpty()) {
                return new Log("The log in %s cannot be read by this console.".formatted(directory), null);
            }
            Lines lines = found.get();
            if (lines.lines().isEmpty()) {
                return new Log(lines.cut() ? FURTHER_BACK.formatted(directory) : GONE.formatted(directory), null);
            }
            return new Log(
                    (lines.cut() ? LAST.formatted(lines.lines().size(), directory) : ALL.formatted(directory)) + OTHERS,
                    String.join("\n", lines.lines()));
        }
    }

    private static final String GONE =
            "%s on this console\u2019s host has nothing of that time: the attempt was made on another host or in another home, or its log was removed.";
    private static final String FURTHER_BACK = "What was logged then lies further back in %s than is read here.";
    private static final String ALL = "What was logged in %s from its beginning to its end.";
    private static final String LAST =
            "The last %d lines that were logged in %s before its end; earlier ones are left out.";
    private static final String OTHERS =
            " Whatever else worked in this home at that time, such as a console, logged there too.";

    /** Null where a run is no trouble. */
    static @Nullable CauseSheet of(RunView run, Role reader, Behind.Known behind) {
        AttemptView last = run.lastAttempt();
        if (last == null || !run.status().isTrouble()) {
            return null;
        }
        Optional<StepView> step = Optional.ofNullable(last.lastStep());
        String trace = step.map(it -> it.step().recorded().message()).orElse("");
        String path = RunAddress.of(run.run().name()).path();
        return new CauseSheet(
                StatusWords.explained(run.status(), last.attempt().recorded().message()),
                StatusWords.advice(run.status()),
                step.map(it -> it.step().name()).orElse(null),
                trace.isEmpty() ? null : trace,
                new Links(
                        AccessMatrix.shows(AttendPage.PATH, reader) ? path + "/attend" : null,
                        behind.rejects() ? path + "/refused" : null),
                behind.log().orElse(null));
    }
}
