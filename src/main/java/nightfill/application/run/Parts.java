package nightfill.application.run;

import java.util.ArrayList;
import java.util.List;
import nightfill.domain.watch.Part;

/** A piece of work whose rows cannot be counted while it is done: its parts, each of which is shown as it begins. */
public final class Parts {

    private final List<Named> parts = new ArrayList<>();

    private record Named(String name, Runnable work) {}

    /** The same, and behind all others a part more. */
    public Parts then(String name, Runnable work) {
        parts.add(new Named(name, work));
        return this;
    }

    /** Works one after the other. */
    public void work(HowFar shown) {
        int number = 0;
        for (Named part : parts) {
            shown.part(new Part(++number, parts.size(), part.name()));
            part.work().run();
        }
    }
}
