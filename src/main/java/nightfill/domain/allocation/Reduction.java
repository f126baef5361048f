package nightfill.domain.allocation;

/** Decides which lines a batch gives up when its quantity falls below what is allocated to it. */
public final class Reduction {

    private long excess;

    /**
     * @param purchased the batch's new quantity, in units
     * @param allocated what all its lines need, dispatched ones included, in units
     */
    public Reduction(long purchased, long allocated) {
        this.excess = allocated - purchased;
    }

    /** Asks for the undispatched lines one by one, the last in turn first: does this one lose its batch? */
    public boolean releases(OrderLine line) {
        if (excess <= 0) {
            return false;
        }
        excess -= line.quantity();
        return true;
    }
}
