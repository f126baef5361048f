package nightfill.application.access;

import java.util.Collection;
import java.util.Optional;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.RetryPlan;

/** Keeps, beside the entries of the audit trail by which a scheduler asks for something, how it tries again. */
public interface RetryPlans {

    /** Notes the plan under which something was asked for. */
    void keep(long asked, RetryPlan plan);

    /** All tries, at the same thing, under the plan that is the last one of these entries; nothing where none has one. */
    Optional<Retries> of(Collection<Long> asked);
}
