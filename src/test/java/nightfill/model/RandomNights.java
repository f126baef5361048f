package nightfill.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Sequences of nights out of a seed: late ones, corrections, abandoned runs, refusals and repeats among them. */
public final class RandomNights {

    private final Random random;
    private final Random snapshots;
    private final Random urgent;
    private final RandomFeeds feeds;
    private final NightModel model = new NightModel();
    private final List<Step> steps = new ArrayList<>();
    private final List<LocalDate> owed = new ArrayList<>();
    private LocalDate next = LocalDate.of(2026, 2, 26);

    private RandomNights(long seed) {
        random = new Random(seed);
        snapshots = new Random(~seed);
        urgent = new Random(Long.reverse(seed) ^ 1);
        feeds = new RandomFeeds(random);
    }

    /** Always the same steps for the same seed; four to nine of them, to be taken one after another. */
    public static List<Step> of(long seed) {
        RandomNights nights = new RandomNights(seed);
        int length = 4 + nights.random.nextInt(5);
        while (nights.steps.size() < length) {
            nights.addStep();
        }
        return List.copyOf(nights.steps);
    }

    private void addStep() {
        int dice = random.nextInt(100);
        if (model.lastFinished().isPresent() && dice < 20) {
            take(dice < 14 ? Step.Call.CORRECT : Step.Call.CORRECT_AND_ABANDON, last(), changedFeeds());
        } else if (model.lastFinished().isPresent() && dice < 26) {
            take(Step.Call.RUN, last(), dice < 24 ? model.lastFeeds() : changedFeeds());
        } else {
            addNight();
        }
    }

    private void addNight() {
        boolean late = !owed.isEmpty() && random.nextInt(100) < 45;
        if (!late && random.nextInt(100) < 25) {
            owed.add(tomorrow());
        }
        LocalDate date = late ? owed.remove(random.nextInt(owed.size())) : tomorrow();
        Step.Call call = random.nextInt(100) < 12 ? Step.Call.RUN_AND_ABANDON : Step.Call.RUN;
        Map<String, String> texts = feeds.night(date, mayOpen(), model.state());
        Run run = take(call, date, random.nextInt(100) < 4 ? withOrderLinesOfTheLastNight(texts) : texts);
        if (call.abandons() || !run.finished()) {
            owed.add(date);
        }
    }

    private Map<String, String> withOrderLinesOfTheLastNight(Map<String, String> texts) {
        Map<String, String> old = model.lastFinished().isPresent() ? model.lastFeeds() : texts;
        Map<String, String> mixed = new HashMap<>(texts);
        mixed.remove(ControlFile.FILE);
        mixed.computeIfPresent(FeedRows.ORDER_LINES, (name, text) -> old.getOrDefault(name, text));
        return mixed;
    }

    private boolean mayOpen() {
        return random.nextInt(100) < (model.state().lines.isEmpty() ? 50 : 2);
    }

    private Run take(Step.Call call, LocalDate date, Map<String, String> texts) {
        Step step = new Step(call, date, Map.copyOf(texts), snapshots.nextInt(4) == 0, feeds.urgent(urgent));
        steps.add(step);
        step.askOf(model);
        return step.playOn(model);
    }

    private LocalDate last() {
        return model.lastFinished().orElseThrow();
    }

    private LocalDate tomorrow() {
        LocalDate date = next;
        next = next.plusDays(1);
        return date;
    }

    /** Some feeds as they were, others new; at least the order lines differ. */
    private Map<String, String> changedFeeds() {
        Map<String, String> old = model.lastFeeds();
        Map<String, String> changed =
                new HashMap<>(feeds.night(last(), old.containsKey(FeedRows.ALLOCATIONS), model.state()));
        changed.remove(ControlFile.FILE);
        for (String file :
                List.of(FeedRows.BATCHES, FeedRows.DISPATCHES, FeedRows.CANCELLATIONS, FeedRows.ALLOCATIONS)) {
            if (random.nextBoolean()) {
                changed.computeIfPresent(file, (name, text) -> old.getOrDefault(name, text));
            }
        }
        return Objects.equals(old.get(FeedRows.ORDER_LINES), changed.get(FeedRows.ORDER_LINES))
                ? changedFeeds()
                : changed;
    }
}
