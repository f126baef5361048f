package nightfill.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One thing that is done to Nightfill: the feeds that lie in INPUT for that date, as text by file name, and the call.
 *
 * @param snapshot whether the batches are all there are
 * @param urgent lines that are to be allocated before the call: order id, line number, SKU and quantity of each
 */
public record Step(Call call, LocalDate date, Map<String, String> feeds, boolean snapshot, List<List<String>> urgent) {

    /** What is called with the feeds. */
    public enum Call {
        /** The date is run; or, where it is finished already, run again without correction. */
        RUN,
        /** The date is run with correction. */
        CORRECT,
        /** The date is run, stopped once its allocation has begun, and abandoned; if it is refused, there is nothing to abandon. */
        RUN_AND_ABANDON,
        /** The same with a correction. */
        CORRECT_AND_ABANDON;

        public boolean corrects() {
            return this == CORRECT || this == CORRECT_AND_ABANDON;
        }

        public boolean abandons() {
            return this == RUN_AND_ABANDON || this == CORRECT_AND_ABANDON;
        }
    }

    /** Which batches the model allocates at once, line by line; nothing for a line that gets none. */
    public List<String> askOf(NightModel model) {
        return urgent.stream()
                .map(line -> model.allocateAtOnce(
                        new Line(line.get(0), line.get(1), line.get(2), Integer.parseInt(line.get(3)))))
                .toList();
    }

    /** Does the same to the model; what an abandoned step gives is what it would have come to. */
    public Run playOn(NightModel model) {
        Run run = call.corrects() ? model.correct(date, feeds, snapshot) : model.run(date, feeds, snapshot);
        if (call.abandons() && run.finished()) {
            model.abandonLast();
        }
        return run;
    }
}
