package nightfill.application.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditChain;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Link;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;

/** An audit trail in memory, which may be made to fail. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Clock clock;
    private boolean gone;

    public InMemoryAuditTrail(Clock clock) {
        this.clock = clock;
    }

    /** Lets nothing be added any more. */
    public void goAway() {
        gone = true;
    }

    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    public AuditEntry entry(long id) {
        return entries.get((int) id - 1);
    }

    /** Puts another entry in the place of one, as whoever masters the database can. */
    public void forge(AuditEntry entry) {
        entries.set((int) entry.id() - 1, entry);
    }

    /** Removes what came after an entry. */
    public void cutOffAfter(long id) {
        entries.subList((int) id, entries.size()).clear();
    }

    @Override
    public long asked(Actor actor, String act, String subject, String note) {
        return add(new Request(actor, act, subject, note), Outcome.OPEN);
    }

    @Override
    public synchronized Optional<Long> askedUnlessSince(long entry, Request request) {
        boolean overtaken = after(entry, Integer.MAX_VALUE).stream()
                .anyMatch(later -> later.isRequest() && later.request().rivals(request));
        return overtaken ? Optional.empty() : Optional.of(add(request, Outcome.OPEN));
    }

    @Override
    public void cameOut(long asked, String outcome, String message) {
        if (!isOpen(asked)) {
            throw new IllegalStateException("entry %d of the audit trail waits for no outcome".formatted(asked));
        }
        add(entry(asked).request(), new Outcome(asked, outcome, message));
    }

    @Override
    public void happened(Request request, String outcome, String message) {
        add(request, new Outcome(null, outcome, message));
    }

    private long add(Request request, Outcome outcome) {
        if (gone) {
            throw new IllegalStateException("the database is gone");
        }
        long id = entries.size() + 1L;
        String previous = entries.isEmpty()
                ? AuditChain.EMPTY.head()
                : entry(id - 1).link().hash();
        AuditEntry entry = new AuditEntry(
                id, clock.instant().truncatedTo(ChronoUnit.MICROS), request, outcome, new Link(previous, ""));
        entries.add(linked(entry));
        return id;
    }

    /** The entry with the hash that it must have. */
    public static AuditEntry linked(AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                entry.request(),
                entry.outcome(),
                new Link(entry.link().previous(), AuditChain.hash(entry)));
    }

    @Override
    public List<AuditEntry> open(long after, Instant since) {
        return before(Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.id() > after && entry.at().isAfter(since) && isOpen(entry.id()))
                .toList();
    }

    @Override
    public boolean isOpen(long asked) {
        return entries.stream().anyMatch(entry -> entry.id() == asked && entry.isRequest())
                && entries.stream()
                        .map(entry -> entry.outcome().answers())
                        .noneMatch(answers -> answers != null && answers == asked);
    }

    @Override
    public Optional<AuditEntry> answerTo(long asked) {
        return entries.stream()
                .filter(entry -> Objects.equals(entry.outcome().answers(), asked))
                .findFirst();
    }

    @Override
    public List<AuditEntry> before(long id, int most) {
        List<AuditEntry> newestFirst = new ArrayList<>(entries);
        Collections.reverse(newestFirst);
        return newestFirst.stream().filter(entry -> entry.id() < id).limit(most).toList();
    }

    @Override
    public List<AuditEntry> after(long id, int most) {
        return entries.stream().filter(entry -> entry.id() > id).limit(most).toList();
    }
}
