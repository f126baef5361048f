package nightfill.adapter.web.console.act;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import nightfill.application.act.Answer.Changed;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.watch.NightStatus;
import nightfill.view.Moments;
import nightfill.view.StatusWords;

/** Says what changed between a look and a press, and who did it. */
record ChangedWords(Changed changed, ZoneId zone) {

    String text() {
        String state = word(changed.was()).equals(word(changed.is()))
                ? "it is not as you saw it any more"
                : "the night was %s when you looked, and is %s now".formatted(word(changed.was()), word(changed.is()));
        return state + changed.since().stream().map(this::who).collect(Collectors.joining());
    }

    private String who(AuditEntry entry) {
        return "; %s asked for %s at %s (no. %d)"
                .formatted(
                        entry.request().actor().name(),
                        entry.request().act(),
                        Moments.time(entry.at(), zone),
                        entry.id());
    }

    private static String word(Optional<NightStatus> status) {
        return status.map(StatusWords::mark).map(mark -> mark.word()).orElse("not there");
    }
}
