package nightfill.application.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.RetryPlan;

/** Keeps, beside the entries of the audit trail by which a scheduler asks for something, how it tries again. */
public interface RetryPlans {

    /** Notes the plan under which something was asked for. */
    void keep(long asked, RetryPlan plan);

    /**
     * What a scheduler has last tried for a date.
     *
     * @param message what came of the last try; empty where nothing has yet
     */
    record Planned(LocalDate date, Retries retries, String message) {

        /** What came of the last try, as the audit trail has it; empty where nothing has yet. */
        public String outcome() {
            return retries.tries().get(retries.tries().size() - 1).outcome();
        }
    }

    /** What was last tried for each date whose deadline is behind a moment, newest date first. */
    List<Planned> dates(Instant since);

    /**
     * What is tried, and what others have asked for meanwhile.
     *
     * @param retries all tries, at the same thing, under the plan that is the last one of some entries
     * @param open the requests after an entry and after a moment that have no outcome yet, the newest first
     */
    record Coming(Optional<Retries> retries, List<AuditEntry> open) {}

    Coming coming(Collection<Long> asked, long after, Instant since);
}
