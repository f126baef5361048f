package nightfill.application.act;

import java.util.List;
import java.util.Optional;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.watch.NightStatus;

/** What became of a person's asking. */
public sealed interface Answer {

    /** A process of its own is at it; the entry of the audit trail says what will come of it. */
    record Begun(long asked) implements Answer {}

    /**
     * Nothing was done, for it is no longer as the person saw it.
     *
     * @param was nothing where there was no night
     * @param since who asked for what about it meanwhile
     */
    record Changed(Optional<NightStatus> was, Optional<NightStatus> is, List<AuditEntry> since) implements Answer {}

    /** Nothing was done, for a reason that fits behind "because". */
    record Refused(String reason) implements Answer {}
}
