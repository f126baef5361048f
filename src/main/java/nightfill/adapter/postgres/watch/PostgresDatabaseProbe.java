package nightfill.adapter.postgres.watch;

import nightfill.application.metrics.DatabaseProbe;

/** The cheapest question there is. */
public record PostgresDatabaseProbe(Reading reading) implements DatabaseProbe {

    @Override
    public boolean answers() {
        return reading.read(jdbc -> jdbc.sql("select true").query(Boolean.class).single());
    }
}
