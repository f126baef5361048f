package nightfill.application.night;

import nightfill.domain.run.Run;

/** What each entry of the log says about the night at work, whatever thread writes it. */
public interface LogLabels {

    /** From now on this run is at work; what comes of it is about it, too. */
    void begin(Run run);

    /** From now on this step is. */
    void begin(String step);

    /** From now on none is. */
    void endStep();
}
