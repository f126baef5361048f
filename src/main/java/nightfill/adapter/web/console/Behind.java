package nightfill.adapter.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nightfill.application.look.CheckFiles;
import nightfill.application.problem.Problem;
import nightfill.application.watch.AttemptLog;
import nightfill.application.watch.RunView;
import nightfill.application.watch.Times;
import nightfill.domain.proof.FileState;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.NightStatus;

/** What lies behind a run on this host: the manifest that it builds on, and the log of an attempt that came to nothing. */
public record Behind(CheckFiles files, AttemptLog logs, InstantSource clock) {

    /** How long after its end a process may still say why. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /**
     * What is known of it.
     *
     * @param manifest nothing where the run builds on none, or it cannot be read
     * @param log nothing where the run is no trouble
     * @param rejects whether the rows are kept for which it was refused
     */
    record Known(Optional<FileState> manifest, Optional<CauseSheet.Log> log, boolean rejects) {}

    Known of(RunView run) {
        return new Known(
                manifest(run),
                run.status().isTrouble() ? log(run) : Optional.empty(),
                run.status() == NightStatus.REFUSED && keepsRejects(run));
    }

    private Optional<FileState> manifest(RunView run) {
        RunName base = run.chain().buildsOn();
        String recorded = run.record().past().manifest();
        if (base == null || recorded == null || recorded.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(files.manifest(base, recorded));
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private boolean keepsRejects(RunView run) {
        try {
            return files.isRefused(run.run().name().date());
        } catch (Problem unreadable) {
            return false;
        }
    }

    private Optional<CauseSheet.Log> log(RunView run) {
        return Optional.ofNullable(run.lastAttempt())
                .map(last -> last.attempt().times())
                .flatMap(times -> Optional.ofNullable(times.started()).map(from -> log(from, times)));
    }

    private CauseSheet.Log log(Instant from, Times times) {
        Instant ended = times.ended();
        Instant to = ended == null ? clock.instant() : ended.plus(LAST_WORDS);
        return CauseSheet.Log.of(logs.between(from, to), logs.directory());
    }
}
