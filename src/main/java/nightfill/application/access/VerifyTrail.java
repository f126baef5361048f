package nightfill.application.access;

import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AuditChain;
import nightfill.domain.access.AuditEntry;

/** Proves that the audit trail is as it was written, from its first entry to its last; memory does not grow with it. */
public record VerifyTrail(AuditTrail trail) {

    private static final int AT_ONCE = 1000;

    /**
     * Works out every hash again.
     *
     * @param kept the head of an earlier verification, or empty
     * @return the whole chain
     * @throws Problem (unbalanced) naming the first entry that is wrong, or when the trail has lost the head that was kept
     */
    public AuditChain verify(String kept) {
        AuditChain chain = AuditChain.EMPTY;
        boolean found = kept.isEmpty();
        for (List<AuditEntry> some = trail.after(0, AT_ONCE);
                !some.isEmpty();
                some = trail.after(chain.length(), AT_ONCE)) {
            for (AuditEntry entry : some) {
                chain = continued(chain, entry);
                found |= chain.head().equals(kept);
            }
        }
        if (!found) {
            throw wrong("no entry has the hash %s: the audit trail was cut off, or is that of an older backup"
                    .formatted(kept));
        }
        return chain;
    }

    private static AuditChain continued(AuditChain chain, AuditEntry entry) {
        chain.fault(entry).ifPresent(fault -> {
            throw wrong("the audit trail was tampered with: " + fault);
        });
        return chain.and(entry);
    }

    private static Problem wrong(String what) {
        return Problem.unbalanced(what, Remedy.mend("keep the database as it is, and call support"));
    }
}
