package nightfill.application.access;

import nightfill.application.run.MutableClock;

class InMemoryAuditTrailTest extends AuditTrailContract {

    private final AuditTrail trail = new InMemoryAuditTrail(new MutableClock());

    @Override
    protected AuditTrail trail() {
        return trail;
    }
}
