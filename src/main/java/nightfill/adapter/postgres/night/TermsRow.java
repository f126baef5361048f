package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Rules;

/** Reads the terms of a run as they are in its table. */
public final class TermsRow {

    /** Of {@code run}. */
    public static final String COLUMNS =
            "run.max_rejects, run.after_restore, run.rules, run.batches, run.silent_nights" + guards(", run.%1$s");

    private TermsRow() {}

    public static Terms read(ResultSet row) throws SQLException {
        Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);
        for (Acceptance guard : Acceptance.values()) {
            if (row.getBoolean(column(guard))) {
                accepted.add(guard);
            }
        }
        return new Terms(
                row.getString("max_rejects"),
                accepted,
                row.getBoolean("after_restore"),
                Rules.of(row.getString("rules")),
                new Purchasing(BatchFeed.valueOf(row.getString("batches")), row.getInt("silent_nights")));
    }

    /** A text for each guard, of its column and of its name. */
    static String guards(String text) {
        return Stream.of(Acceptance.values())
                .map(guard -> text.formatted(column(guard), guard))
                .collect(Collectors.joining());
    }

    private static String column(Acceptance guard) {
        return "accept_" + guard.name().toLowerCase(Locale.ROOT);
    }
}
