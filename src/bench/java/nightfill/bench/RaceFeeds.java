package nightfill.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nightfill.adapter.files.feeds.FilesystemFeedWriter;
import nightfill.application.sample.FeedWriter.FeedText;
import nightfill.domain.feed.Feed;

/**
 * A night of any size in the proportions of a large retailer's: 2 batches for 25 order lines and 4 for an SKU, stock for some
 * seven lines in ten, orders of three lines, and one row in 5,400 sent twice. The same numbers give the same bytes.
 */
record RaceFeeds(LocalDate date, long lines) {

    private static final int LINES_OF_ORDER = 3;
    private static final int REPEATED = 5_400;
    private static final int MOST_UNITS = 9;
    private static final int MOST_UNITS_OF_BATCH = 92;
    private static final int MOST_DAYS = 120;
    private static final int IN_WAREHOUSE = 4;

    /** Returns the directory of the night, in that one. */
    Path write(Path directory) throws IOException {
        return new FilesystemFeedWriter()
                .write(
                        directory.resolve(date.toString()),
                        List.of(
                                new FeedText(Feed.BATCHES, "ref,sku,qty,eta", this::batches),
                                new FeedText(Feed.ORDER_LINES, "orderid,line,sku,qty", this::orderLines)));
    }

    long countBatches() {
        return Math.max(1, lines * 2 / 25);
    }

    long countSkus() {
        return Math.max(1, countBatches() / 4);
    }

    Stream<String> batches() {
        return LongStream.range(0, countBatches()).mapToObj(this::batch);
    }

    Stream<String> orderLines() {
        return LongStream.range(0, lines).mapToObj(this::orderLine);
    }

    private String batch(long number) {
        SplittableRandom random = new SplittableRandom(-1 - number);
        boolean arrived = random.nextInt(IN_WAREHOUSE) == 0;
        return "B-%09d,%s,%d,%s"
                .formatted(
                        number,
                        sku(random),
                        1 + random.nextInt(MOST_UNITS_OF_BATCH),
                        arrived ? "" : date.plusDays(1 + random.nextInt(MOST_DAYS)));
    }

    private String orderLine(long number) {
        long said = number % REPEATED == REPEATED - 1 ? number - REPEATED / 2 : number;
        SplittableRandom random = new SplittableRandom(said);
        return "O-%09d,%d,%s,%d"
                .formatted(
                        said / LINES_OF_ORDER, 1 + said % LINES_OF_ORDER, sku(random), 1 + random.nextInt(MOST_UNITS));
    }

    private String sku(SplittableRandom random) {
        return "SKU-%07d".formatted(random.nextLong(countSkus()));
    }
}
