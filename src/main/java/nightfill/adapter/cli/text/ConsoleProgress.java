package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nightfill.application.night.Progress;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import nightfill.view.ProgressWords;
import org.jspecify.annotations.Nullable;

/**
 * Shows progress to people: a line that moves on a terminal, a line now and then elsewhere.
 *
 * @param ticks begins to do something again and again, and returns what ends that; so a step is seen to be alive while
 *     one long statement keeps it
 */
public record ConsoleProgress(PrintWriter err, boolean terminal, Clock clock, UnaryOperator<Runnable> ticks)
        implements Progress {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(2);
    private static final int ASK_CLOCK_EVERY = 256;
    private static final int WIDTH = 78;

    /** Progress whose clock can be seen to run. */
    public static ConsoleProgress to(PrintWriter err, boolean terminal, Clock clock) {
        return new ConsoleProgress(err, terminal, clock, EverySecond::start);
    }

    @Override
    public Step begin(String step) {
        ShownStep shown = new ShownStep(step);
        if (terminal) {
            shown.show();
        }
        return shown;
    }

    private final class ShownStep implements Step {

        private final String name;
        private final Instant began = clock.instant();
        private final Runnable endTicks = ticks.apply(this::tick);
        private Instant phaseBegan = began;
        private Instant shownAt = began;
        private long items;
        private double before;
        private long askClockAt;
        private double share;
        private @Nullable Phase phase;
        private boolean ended;

        private ShownStep(String name) {
            this.name = name;
        }

        @Override
        public void at(long itemsNow, double shareNow) {
            items = itemsNow;
            share = shareNow;
            if (items == 0) {
                before = share;
            }
            if (items >= askClockAt) {
                askClockAt = items + ASK_CLOCK_EVERY;
                if (isDue()) {
                    show();
                }
            }
        }

        @Override
        public void phase(Phase begun) {
            phase = begun;
            phaseBegan = clock.instant();
            before = 0;
            share = 0;
            if (terminal || isDue()) {
                show();
            }
        }

        @Override
        public void end() {
            end("done in");
        }

        @Override
        public void leave() {
            end("broken off after");
        }

        private synchronized void tick() {
            if (!ended && isDue()) {
                show();
            }
        }

        private synchronized void end(String how) {
            if (ended) {
                return;
            }
            ended = true;
            endTicks.run();
            String text = "%-24s %s %s".formatted(name, how, time(elapsed()));
            put(items == 0 ? text : "%s: %,d rows%s".formatted(text, items, rate()), true);
        }

        private boolean isDue() {
            Duration pause = terminal ? ON_TERMINAL : ELSEWHERE;
            return Duration.between(shownAt, clock.instant()).compareTo(pause) >= 0;
        }

        private synchronized void show() {
            shownAt = clock.instant();
            String what = ProgressWords.numbered(name, phase);
            if (share > 0) {
                put("%-24s %3.0f %%  %,d rows%s%s".formatted(what, 100 * share, items, rate(), left()), false);
            } else {
                put(
                        "%s …%s".formatted(phase == null ? name : "%-24s %s".formatted(what, phase.name()), since()),
                        false);
            }
        }

        /** How long it has been at it, once that is long. */
        private String since() {
            Duration since = Duration.between(phaseBegan, clock.instant());
            return since.compareTo(LONG) < 0 ? "" : " " + time(since);
        }

        private Duration elapsed() {
            return Duration.between(began, clock.instant());
        }

        private Pace pace() {
            return new Pace(items, elapsed(), Pace.since(before, share));
        }

        private String rate() {
            Double rate = pace().rowsPerSecond();
            return rate == null ? "" : ", %,.0f a second".formatted(rate);
        }

        private String left() {
            Duration left = pace().remaining(null);
            return left == null ? "" : ", %s left".formatted(time(left));
        }
    }

    private void put(String text, boolean last) {
        if (terminal) {
            err.printf(
                    "\r%-78s%s", text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text, last ? "\n" : "");
        } else {
            err.println(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + " " + text);
        }
        err.flush();
    }

    private static String time(Duration duration) {
        return duration.toHours() > 0
                ? "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart())
                : duration.toMillis() < 10_000
                        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                        : "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
