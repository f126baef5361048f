package nightfill.adapter.web.console;

import java.time.ZoneId;
import java.util.Optional;
import nightfill.adapter.web.ShownMark;
import nightfill.application.watch.Owner;
import nightfill.view.LivenessWords;
import nightfill.view.Moments;
import org.jspecify.annotations.Nullable;

/** Who has the run lock. */
record LockSheet(ShownMark mark, String who, String since, String fence, String evidence, String session) {

    static @Nullable LockSheet of(Optional<Owner> owner, ZoneId zone) {
        return owner.map(held -> new LockSheet(
                        ShownMark.of(LivenessWords.mark(held.liveness())),
                        held.who().name(),
                        Moments.exactly(held.held().since(), zone),
                        Long.toString(held.held().fence()),
                        LivenessWords.evidence(held.evidence(), held.heard().silence()),
                        session(held)))
                .orElse(null);
    }

    private static String session(Owner owner) {
        Owner.Session session = owner.session();
        if (session == null) {
            return "there is none any more";
        }
        return session.waitsFor().isEmpty() ? session.state() : session.state() + ", waits for " + session.waitsFor();
    }
}
