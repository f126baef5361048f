package nightfill.application.night;

import java.util.ArrayList;
import java.util.List;
import nightfill.domain.watch.Phase;

/** Notes what people are shown of steps. */
public final class ShownSteps implements Progress {

    private final List<String> events = new ArrayList<>();

    public List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public Step begin(String step) {
        events.add("begin " + step);
        return new ShownStep(step);
    }

    private final class ShownStep implements Step {

        private final String name;

        private ShownStep(String name) {
            this.name = name;
        }

        @Override
        public void at(long items, double share) {
            events.add("%s at %d".formatted(name, items));
        }

        @Override
        public void phase(Phase phase) {
            events.add("%s phase %d of %d".formatted(name, phase.number(), phase.of()));
        }

        @Override
        public void end() {
            events.add("end " + name);
        }

        @Override
        public void leave() {
            events.add("leave " + name);
        }
    }
}
