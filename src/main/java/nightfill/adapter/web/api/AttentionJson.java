package nightfill.adapter.web.api;

import java.util.List;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.NeedsAttention.Attention;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/** What a person has to look at. */
record AttentionJson(List<TroubleJson> troubles, List<Owed> owed) {

    /** A night whose last attempt came to nothing; null where its process died before it was recorded. */
    record TroubleJson(
            RunRef run, NightStatus status, @Nullable AttemptJson lastAttempt) {

        static TroubleJson of(Trouble trouble) {
            JudgedAttempt attempt = trouble.attempt();
            return new TroubleJson(
                    RunRef.of(trouble.run().name()),
                    trouble.status(),
                    attempt == null ? null : AttemptJson.of(attempt));
        }
    }

    /** A finished run that a directory lacks. */
    record Owed(RunRef run, String directory) {}

    static AttentionJson of(Attention attention) {
        return new AttentionJson(
                attention.troubles().stream().map(TroubleJson::of).toList(),
                attention.owed().stream()
                        .map(owed -> new Owed(RunRef.of(owed.run()), owed.directory()))
                        .toList());
    }
}
