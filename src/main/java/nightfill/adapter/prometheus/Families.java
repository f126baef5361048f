package nightfill.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gauges as they are gathered for a text; what is not known is left out. */
final class Families {

    private static final double MILLIS = 1000;

    private final List<MetricSnapshot> families = new ArrayList<>();

    MetricSnapshots all() {
        return new MetricSnapshots(families);
    }

    /** A text, as a label of a gauge that is 1 and whose name ends in {@code _info}. */
    void info(String name, String help, Labels labels) {
        families.add(InfoSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(labels)
                        .build())
                .build());
    }

    void flag(String name, String help, boolean value) {
        gauge(name, help, value ? 1 : 0);
    }

    void moment(String name, String help, @Nullable Instant moment) {
        gauge(name, help, moment == null ? null : moment.toEpochMilli() / MILLIS);
    }

    void span(String name, String help, @Nullable Duration span) {
        gauge(name, help, seconds(span));
    }

    static @Nullable Double seconds(@Nullable Duration span) {
        return span == null ? null : span.toMillis() / MILLIS;
    }

    void gauge(String name, String help, @Nullable Number value) {
        each(name, help, Stream.ofNullable(value).toList(), number -> Labels.EMPTY, number -> number);
    }

    /** 1 for the state that it is in, and 0 for all others. */
    void state(String name, String help, String label, Collection<String> all, @Nullable String current) {
        each(name, help, all, state -> Labels.of(label, state), state -> state.equals(current) ? 1 : 0);
    }

    /** A value for each of several. */
    <T> void each(
            String name,
            String help,
            Collection<T> several,
            Function<T, Labels> labels,
            Function<T, @Nullable Number> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        for (T each : several) {
            Number known = value.apply(each);
            if (known != null) {
                gauge.dataPoint(new GaugeDataPointSnapshot(known.doubleValue(), labels.apply(each), null));
            }
        }
        families.add(gauge.build());
    }

    /** A word for programs as labels write it. */
    static String label(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    static List<String> labels(Enum<?>... words) {
        return Stream.of(words).map(word -> label(word.name())).toList();
    }
}
