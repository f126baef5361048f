package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nightfill.application.night.Progress;

/** Shows progress to people: a line that moves on a terminal, a line now and then elsewhere. */
public record ConsoleProgress(PrintWriter err, boolean terminal, Clock clock) implements Progress {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);
    private static final int ASK_CLOCK_EVERY = 256;

    @Override
    public Step begin(String step) {
        ShownStep shown = new ShownStep(step);
        shown.show();
        return shown;
    }

    private final class ShownStep implements Step {

        private final String name;
        private final Instant began = clock.instant();
        private Instant shownAt = began;
        private long items;
        private double share;
        private boolean ended;

        private ShownStep(String name) {
            this.name = name;
        }

        @Override
        public void at(long itemsNow, double shareNow) {
            items = itemsNow;
            share = shareNow;
            if (items % ASK_CLOCK_EVERY == 0 && isDue()) {
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

        private void end(String how) {
            if (ended) {
                return;
            }
            ended = true;
            String text = "%-24s %s %s".formatted(name, how, time(elapsed()));
            put(items == 0 ? text : "%s: %,d rows, %,.0f a second".formatted(text, items, rate()), true);
        }

        private boolean isDue() {
            Duration pause = terminal ? ON_TERMINAL : ELSEWHERE;
            return Duration.between(shownAt, clock.instant()).compareTo(pause) >= 0;
        }

        private void show() {
            shownAt = clock.instant();
            if (items > 0) {
                put(
                        String.format(
                                Locale.ROOT,
                                "%-24s %3.0f %%  %,d rows, %,.0f a second, %s left",
                                name,
                                100 * share,
                                items,
                                rate(),
                                time(remaining())),
                        false);
            } else if (terminal) {
                put(name + " …", false);
            }
        }

        private Duration elapsed() {
            return Duration.between(began, clock.instant());
        }

        private double rate() {
            return items / Math.max(0.001, elapsed().toMillis() / 1000.0);
        }

        private Duration remaining() {
            return share <= 0
                    ? Duration.ZERO
                    : Duration.ofMillis((long) (elapsed().toMillis() * (1 - share) / share));
        }
    }

    private void put(String text, boolean last) {
        if (terminal) {
            err.printf("\r%-78s%s", text, last ? "\n" : "");
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
