package nightfill.adapter.postgres.watch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightRecords;
import nightfill.application.watch.RunRecord;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL has on record of nights.
 *
 * @param zone in which the processes that work note the time of day
 */
public record PostgresNightRecords(Reading reading, ZoneId zone) implements NightRecords {

    @Override
    public Nights nights(NightFilter filter, @Nullable LocalDate before, int most) {
        return reading.read(jdbc -> new NightsQuery(jdbc, zone.getId()).nights(filter, before, most));
    }

    @Override
    public Optional<RunRecord> run(RunName name) {
        return reading.read(jdbc -> new RunQuery(jdbc, zone.getId()).run(name));
    }

    @Override
    public List<PastNight> past(int most) {
        return reading.read(jdbc -> new PastQuery(jdbc, zone.getId()).last(most));
    }

    @Override
    public Undone undone() {
        return reading.read(jdbc -> new UndoneQuery(jdbc, zone.getId()).undone());
    }
}
