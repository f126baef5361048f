package nightfill.application.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.access.AuditTrail;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Request;

/** The end of the audit trail. */
record Lately(AuditTrail trail, Instant now) {

    private static final int MOST = 200;

    /** The id of the last entry; 0 where there is none. */
    long last() {
        return trail.before(Long.MAX_VALUE, 1).stream()
                .map(AuditEntry::id)
                .findFirst()
                .orElse(0L);
    }

    /** What somebody asked for a moment ago that rivals a request, and that does not show yet. */
    Optional<AuditEntry> starting(Request request, long shown) {
        return rivals(trail.open(shown, now.minus(Acts.STARTING)), request).findFirst();
    }

    /** What others asked for after an entry that rivals a request, the oldest first. */
    List<AuditEntry> rivals(Request request, long since) {
        return rivals(trail.after(since, MOST), request)
                .filter(AuditEntry::isRequest)
                .toList();
    }

    static Stream<AuditEntry> rivals(List<AuditEntry> entries, Request request) {
        return entries.stream().filter(entry -> entry.request().rivals(request));
    }
}
