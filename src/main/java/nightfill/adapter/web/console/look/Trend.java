package nightfill.adapter.web.console.look;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nightfill.application.watch.Trends.Point;
import nightfill.view.Numbers;
import nightfill.view.Spans;
import org.jspecify.annotations.Nullable;

/** A figure of each night that people follow. */
enum Trend {
    FILL_RATE("Fill rate"),
    DURATION("Duration"),
    REJECTS("Rejected rows"),
    BACKLOG("Backlog: lines left open");

    private final String title;

    Trend(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** In tenths of a percent, seconds, rows or lines; nothing where a night has none. */
    OptionalLong of(Point night) {
        return switch (this) {
            case FILL_RATE -> fillRate(night.fillRate().tenthsOfPercent());
            case DURATION -> seconds(night.duration());
            case REJECTS -> OptionalLong.of(night.rejected());
            case BACKLOG -> OptionalLong.of(night.backlog().lines());
        };
    }

    String words(long figure) {
        return switch (this) {
            case FILL_RATE -> Numbers.percent(OptionalInt.of((int) figure));
            case DURATION -> Spans.text(Duration.ofSeconds(figure));
            case REJECTS, BACKLOG -> Numbers.grouped(figure);
        };
    }

    Axis axis(long least, long most) {
        return switch (this) {
            case FILL_RATE -> Axis.ofPercent(least);
            case DURATION -> Axis.ofSpan(most);
            case REJECTS, BACKLOG -> Axis.ofCount(most);
        };
    }

    private static OptionalLong fillRate(OptionalInt tenths) {
        return tenths.isPresent() ? OptionalLong.of(tenths.getAsInt()) : OptionalLong.empty();
    }

    private static OptionalLong seconds(@Nullable Duration duration) {
        return duration == null ? OptionalLong.empty() : OptionalLong.of(duration.toSeconds());
    }
}
