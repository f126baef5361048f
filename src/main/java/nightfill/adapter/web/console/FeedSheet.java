package nightfill.adapter.web.console;

import java.util.List;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Rows;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;

/** A feed, and what became of its rows. */
record FeedSheet(String name, String sha256, @Nullable Fates fates, List<Rejected> rejected) {

    static FeedSheet of(FeedRecord feed) {
        return new FeedSheet(
                feed.feed().fileName(),
                feed.sha256(),
                Fates.of(feed.rows()),
                feed.rejected().entrySet().stream()
                        .map(reason -> new Rejected(reason.getKey(), Numbers.grouped(reason.getValue())))
                        .toList());
    }

    record Fates(String read, String applied, String duplicate, String superseded, String rejected) {

        static @Nullable Fates of(@Nullable Rows rows) {
            return rows == null
                    ? null
                    : new Fates(
                            Numbers.grouped(rows.read()),
                            Numbers.grouped(rows.applied()),
                            Numbers.grouped(rows.duplicate()),
                            Numbers.grouped(rows.superseded()),
                            Numbers.grouped(rows.rejected()));
        }
    }

    record Rejected(String reason, String rows) {}
}
