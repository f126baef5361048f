package nightfill.application.run;

import nightfill.domain.watch.Phase;

/** How far a piece of work is, for people to see. */
public interface HowFar {

    /**
     * Shows how far it is, or the phase that it is at.
     *
     * @param rows worked so far by this process
     * @param share of the whole, 0 to 1; while there are no rows, what was done before
     */
    void at(long rows, double share);

    /** Shows that it begins a phase. */
    void phase(Phase phase);
}
