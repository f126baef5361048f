package nightfill.application.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.AuditTrail;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Request;

/**
 * The end of the audit trail.
 *
 * @param entries newest first
 */
record Lately(AuditTrail trail, Instant now, List<AuditEntry> entries) {

    private static final int MOST = 200;

    /** How long a process may take until the run lock shows that it is there. */
    private static final Duration STARTING = Duration.ofMinutes(1);

    static Lately before(Instant now, AuditTrail trail) {
        return new Lately(trail, now, trail.before(Long.MAX_VALUE, MOST));
    }

    /** The id of the last entry; 0 where there is none. */
    long last() {
        return entries.isEmpty() ? 0 : entries.get(0).id();
    }

    /** What somebody asked for a moment ago that rivals a request, and that does not show yet. */
    Optional<AuditEntry> starting(Request request, long shown) {
        Instant since = now.minus(STARTING);
        return entries.stream()
                .filter(entry -> entry.isRequest() && entry.at().isAfter(since) && entry.id() > shown)
                .filter(entry -> entry.request().rivals(request))
                .filter(entry -> trail.isOpen(entry.id()))
                .findFirst();
    }

    /** What others asked for after an entry that rivals a request, the oldest first. */
    List<AuditEntry> rivals(Request request, long since) {
        return trail.after(since, MOST).stream()
                .filter(AuditEntry::isRequest)
                .filter(entry -> entry.request().rivals(request))
                .toList();
    }
}
