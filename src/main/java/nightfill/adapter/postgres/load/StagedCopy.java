package nightfill.adapter.postgres.load;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.CopyIn;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.run.Run;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** Copies rows as they were read to where they wait until the feeds take effect. */
final class StagedCopy {

    private StagedCopy() {}

    /** Copies rows that were read, and sends nothing where there are none. */
    static void send(DataSource dataSource, Run run, Feed feed, List<? extends FeedRecord> rows) {
        if (feed == Feed.BATCHES) {
            CopyIn.send(dataSource, "copy staged_batch from stdin", rows, (copy, row) -> {
                copy.value(run.id());
                place(copy, row);
                batch(copy, row);
            });
        } else {
            CopyIn.send(dataSource, "copy staged_line from stdin", rows, (copy, row) -> {
                copy.value(run.id()).value(feed.label());
                place(copy, row);
                line(copy, row);
            });
        }
    }

    private static void place(CopyIn copy, FeedRecord row) {
        copy.value(row.number())
                .value(row.line())
                .value(row.next().offset())
                .value(row.next().line());
    }

    private static void batch(CopyIn copy, FeedRecord row) {
        if (row.row() instanceof BatchRow batch) {
            copy.value(batch.reference())
                    .value(batch.sku())
                    .value(batch.quantity())
                    .value(eta(batch.eta()));
        } else {
            copy.value(mention((RejectedRow) row.row()));
            blank(copy, 3);
        }
        verdict(copy, row);
    }

    private static @Nullable String mention(RejectedRow rejected) {
        return rejected.reference().isEmpty() ? null : rejected.reference();
    }

    private static @Nullable Object eta(@Nullable LocalDate eta) {
        return Eta.isUnknown(eta) ? "infinity" : eta;
    }

    private static void line(CopyIn copy, FeedRecord row) {
        if (row.row() instanceof LineRow line) {
            copy.value(line.line().orderId())
                    .value(line.line().lineNumber())
                    .value(line.line().sku())
                    .value(line.line().quantity())
                    .value(line.batchReference());
        } else {
            blank(copy, 5);
        }
        verdict(copy, row);
    }

    private static void blank(CopyIn copy, int values) {
        for (int index = 0; index < values; index++) {
            copy.value(null);
        }
    }

    private static void verdict(CopyIn copy, FeedRecord row) {
        if (row.row() instanceof RejectedRow rejected) {
            copy.value(rejected.reason()).value(Visible.text(rejected.detail()));
        } else {
            blank(copy, 2);
        }
        copy.value(Visible.text(row.raw()));
    }
}
