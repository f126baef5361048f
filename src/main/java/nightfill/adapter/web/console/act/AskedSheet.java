package nightfill.adapter.web.console.act;

import java.time.ZoneId;
import java.util.Optional;
import nightfill.domain.access.AuditEntry;
import nightfill.view.Moments;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody's, and what came of it, as it happened.
 *
 * @param outcome null as long as it is not known
 */
public record AskedSheet(
        long id, String what, String when, @Nullable String outcome, boolean done) {

    static AskedSheet of(AuditEntry request, Optional<AuditEntry> answer, ZoneId zone) {
        AuditEntry.Request asked = request.request();
        return new AskedSheet(
                request.id(),
                "%s asked for: %s".formatted(asked.actor().name(), (asked.act() + " " + asked.subject()).strip()),
                Moments.exactly(request.at(), zone),
                answer.map(AskedSheet::text).orElse(null),
                answer.filter(it -> it.outcome().word().equals("DONE")).isPresent());
    }

    private static String text(AuditEntry answer) {
        String message = answer.outcome().message();
        return message.isEmpty() ? answer.outcome().word() : message;
    }
}
