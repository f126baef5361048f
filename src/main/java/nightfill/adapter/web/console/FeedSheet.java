package nightfill.adapter.web.console;

import java.util.List;
import java.util.OptionalLong;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Rows;
import nightfill.view.Meanings;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A feed, and what became of its rows.
 *
 * @param fates null until its feeds take effect
 * @param loaded how much of it is loaded and kept until then
 */
record FeedSheet(String name, String sha256, @Nullable Fates fates, String loaded, List<Rejected> rejections) {

    static FeedSheet of(FeedRecord feed, @Nullable FeedRecord before) {
        return new FeedSheet(
                feed.feed().fileName(),
                feed.sha256(),
                feed.rows() == null ? null : Fates.of(feed.rows(), before == null ? null : before.rows()),
                loaded(feed),
                feed.rejected().entrySet().stream()
                        .map(reason -> new Rejected(
                                reason.getKey(), Meanings.of(reason.getKey()), Numbers.grouped(reason.getValue())))
                        .toList());
    }

    private static String loaded(FeedRecord feed) {
        return feed.readUpTo() == 0 || feed.bytes() == 0
                ? "counted once its feeds take effect"
                : "%d%% of it is loaded and kept".formatted(100 * feed.readUpTo() / feed.bytes());
    }

    /** What became of rows, and of how many more than on the last same weekday. */
    record Fates(Compared read, String applied, String duplicate, String superseded, Compared rejected) {

        static Fates of(Rows rows, @Nullable Rows before) {
            return new Fates(
                    Compared.of(rows.read(), before == null ? null : before.read()),
                    Numbers.grouped(rows.applied()),
                    Numbers.grouped(rows.duplicate()),
                    Numbers.grouped(rows.superseded()),
                    Compared.of(rows.rejected(), before == null ? null : before.rejected()));
        }
    }

    record Compared(String figure, String change) {

        static Compared of(long figure, @Nullable Long before) {
            return new Compared(
                    Numbers.grouped(figure),
                    Numbers.change(before == null ? OptionalLong.empty() : OptionalLong.of(figure - before)));
        }
    }

    record Rejected(String reason, String meaning, String rows) {}
}
