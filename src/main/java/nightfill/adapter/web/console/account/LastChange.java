package nightfill.adapter.web.console.account;

import java.time.ZoneId;
import java.util.Optional;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.Audited;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.AuditEntry;
import nightfill.view.Moments;

/** Says who has changed an account last, and how, as far as the newest entries of the audit trail know. */
public record LastChange(AuditTrail trail, ZoneId zone) {

    private static final int NEWEST = 200;

    /** {@code account disable by anna in the console at 2026-11-25 03:02:11 +01:00}. */
    Optional<String> of(AccountName name) {
        return trail.before(Long.MAX_VALUE, NEWEST).stream()
                .filter(entry -> entry.request().subject().equals(name.text())
                        && entry.outcome().word().equals(Audited.DONE))
                .findFirst()
                .map(this::line);
    }

    private String line(AuditEntry entry) {
        return "%s by %s at %s"
                .formatted(entry.request().act(), entry.request().actor().title(), Moments.exactly(entry.at(), zone));
    }
}
