package nightfill.application.run;

import java.util.ArrayList;
import java.util.List;
import nightfill.domain.watch.Phase;

/** A piece of work whose rows cannot be counted while it is done: its phases, each of which is shown as it begins. */
public final class Phases {

    private final List<Named> phases = new ArrayList<>();

    private record Named(String name, Runnable work) {}

    /** The same, and behind all others a phase more. */
    public Phases then(String name, Runnable work) {
        phases.add(new Named(name, work));
        return this;
    }

    /** Works one after the other. */
    public void work(HowFar shown) {
        int number = 0;
        for (Named phase : phases) {
            shown.phase(new Phase(++number, phases.size(), phase.name()));
            phase.work().run();
        }
    }
}
