package nightfill.adapter.web.api;

import java.time.LocalDate;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** A run, as it is called. */
record RunRef(LocalDate date, int number) {

    static RunRef of(RunName run) {
        return new RunRef(run.date(), run.number());
    }

    static @Nullable RunRef orNull(@Nullable RunName run) {
        return run == null ? null : of(run);
    }
}
