package nightfill.application.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Request;

/** A log that only grows: who asked for what, and what came of it; each call that adds to it is a transaction of its own. */
public interface AuditTrail {

    /**
     * Notes that somebody asks for something, before anything is done.
     *
     * @return the id of the entry
     */
    long asked(Actor actor, String act, String subject, String note);

    /**
     * The same, unless somebody has asked for something that rivals it after an entry; of two who ask at once, one does.
     *
     * @return the id of the entry, if there is one now
     */
    Optional<Long> askedUnlessSince(long entry, Request request);

    /**
     * Notes what came of a request.
     *
     * @throws IllegalStateException when there is no such request, or it has its outcome already
     */
    void cameOut(long asked, String outcome, String message);

    /** Notes at once what somebody asked for and what came of it, in one entry. */
    void happened(Request request, String outcome, String message);

    /** The requests after an entry and after a moment that have no outcome yet, the newest first. */
    List<AuditEntry> open(long after, Instant since);

    /** Whether there is such a request, and no outcome of it yet. */
    boolean isOpen(long asked);

    /** What came of a request; nothing where that is not known yet. */
    Optional<AuditEntry> answerTo(long asked);

    /** The entries before an id, the newest first. */
    List<AuditEntry> before(long id, int most);

    /** The entries after an id, the oldest first. */
    List<AuditEntry> after(long id, int most);
}
