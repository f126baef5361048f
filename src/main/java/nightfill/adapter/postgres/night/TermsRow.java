package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Rules;

/** Reads the terms of a run as they are in its table. */
public final class TermsRow {

    /** Of {@code run}. */
    public static final String COLUMNS =
            "run.max_rejects, run.accept_same_feed, run.accept_shrunk_feeds, run.accept_renumbered,"
                    + " run.after_restore, run.rules, run.batches, run.silent_nights";

    private TermsRow() {}

    public static Terms read(ResultSet row) throws SQLException {
        Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);
        if (row.getBoolean("accept_same_feed")) {
            accepted.add(Acceptance.SAME_FEED);
        }
        if (row.getBoolean("accept_shrunk_feeds")) {
            accepted.add(Acceptance.SHRUNK_FEEDS);
        }
        if (row.getBoolean("accept_renumbered")) {
            accepted.add(Acceptance.RENUMBERED);
        }
        return new Terms(
                row.getString("max_rejects"),
                accepted,
                row.getBoolean("after_restore"),
                Rules.of(row.getString("rules")),
                new Purchasing(BatchFeed.valueOf(row.getString("batches")), row.getInt("silent_nights")));
    }
}
