package nightfill.application.run;

import nightfill.domain.watch.Phase;

/** Shows nobody how far anything is. */
public final class Unseen implements HowFar {

    @Override
    public void at(long rows, double share) {}

    @Override
    public void phase(Phase phase) {}
}
