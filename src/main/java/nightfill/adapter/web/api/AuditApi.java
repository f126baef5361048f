package nightfill.adapter.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import nightfill.adapter.web.Problems;
import nightfill.application.access.AuditTrail;
import nightfill.application.act.Acts;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who asked for what, and what came of it. */
@RestController
public record AuditApi(AuditTrail trail, Acts acts) {

    /**
     * An entry of the audit trail.
     *
     * @param hash of it and of the one before it
     */
    record Entry(
            long id,
            Instant at,
            Actor actor,
            @JsonUnwrapped What what,
            @JsonUnwrapped Outcome outcome,
            String hash) {

        static Entry of(AuditEntry entry) {
            AuditEntry.Request request = entry.request();
            AuditEntry.Outcome outcome = entry.outcome();
            return new Entry(
                    entry.id(),
                    entry.at(),
                    request.actor(),
                    new What(request.act(), request.subject(), request.note()),
                    new Outcome(outcome.answers(), outcome.word(), outcome.message()),
                    entry.link().hash());
        }
    }

    record What(String act, String subject, String note) {}

    /**
     * What came of a request.
     *
     * @param answers the entry of the request; null in one that is a request itself
     * @param outcome in a word; empty in a request that has its outcome in another entry
     */
    record Outcome(@Nullable Long answers, String outcome, String message) {}

    /** A request; {@code answer} null as long as nothing has come of it. */
    record Asked(Entry request, @Nullable Entry answer) {}

    /** The newest first. */
    @GetMapping("/api/audit")
    public Page<Entry> page(@RequestParam(name = "before", required = false) @Nullable String before) {
        List<AuditEntry> entries = trail.before(Parameters.positive("before", before, Long.MAX_VALUE), Page.ASKED);
        return Page.of(entries, Entry::of, last -> Page.with("/api/audit", "before", last.id()));
    }

    @GetMapping("/api/requests/{request}")
    public Asked request(@PathVariable String request) {
        return acts.asked(Parameters.positive("request", request, 0))
                .map(asked -> new Asked(
                        Entry.of(asked.request()), asked.answer().map(Entry::of).orElse(null)))
                .orElseThrow(() -> Problems.failure(HttpStatus.NOT_FOUND, "there is no such request"));
    }
}
