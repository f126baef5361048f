package nightfill.adapter.postgres.night;

import java.util.List;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.night.Ledger;
import nightfill.application.run.Runs;
import nightfill.application.run.RunsContract;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresRunsIT extends RunsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Runs runs = DATABASE.runs();
    private final Ledger ledger = new PostgresLedger(DATABASE.dataSource());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected void load(Run run, long turn) {
        DATABASE.update("insert into sku (code) values ('CHAIR') on conflict do nothing");
        DATABASE.update("""
                insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
                select %d, 'order-%d', '', id, 1, %d from sku
                """.formatted(turn, turn, run.id()));
    }

    @Override
    protected void count(Run run, Feed feed, FeedCounts counts) {
        DATABASE.jdbc()
                .sql("""
                        update accepted_feed
                        set rows = ?, applied = ?, duplicate = ?, superseded = ?, rejected = ?
                        where run_id = ? and feed = ?::feed
                        """)
                .params(counts.rows(), counts.applied(), counts.duplicate(), counts.superseded(), counts.rejected())
                .params(run.id(), feed.label())
                .update();
    }

    @Override
    protected void undo(Run run) {
        ledger.undo(run);
    }

    @Override
    protected void redo(Run run) {
        ledger.redo(run);
    }

    @Override
    protected List<String> warnings(Run run) {
        return DATABASE.jdbc()
                .sql("select text from warning where run_id = ? order by number")
                .param(run.id())
                .query(String.class)
                .list();
    }
}
