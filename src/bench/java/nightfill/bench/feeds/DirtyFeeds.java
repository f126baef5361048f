package nightfill.bench.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nightfill.application.sample.FeedWriter.FeedText;
import nightfill.domain.feed.Feed;

/**
 * A night with as many dirty rows as a tenth of its order lines: of 100 lines, 2 are repeated and 1 is rejected, and for 100
 * lines the night before has 2.5 lines dispatched, 2 cancelled, and 2.5 batches amended, half of them cut.
 *
 * @param clean the same night without such rows
 * @param before the feeds of the night before
 * @param promised that night's {@code allocations.csv}
 */
public record DirtyFeeds(RaceFeeds clean, RaceFeeds before, Path promised) implements NightFeeds {

    private static final int PER_MILLE_DISPATCHED = 25;
    private static final int PER_MILLE_CANCELLED = 20;
    private static final int PER_MILLE_AMENDED = 25;
    private static final int REPEATED_OF_100 = 2;
    private static final int BACK = 50;
    private static final int AMENDED_ONE_IN = 3;
    private static final int PROMISED_ONE_IN = 4;

    @Override
    public LocalDate date() {
        return clean.date();
    }

    @Override
    public List<FeedText> texts() {
        return List.of(
                new FeedText(Feed.BATCHES, BATCH_HEADER, () -> Stream.concat(clean.batchRows(), amendedRows())),
                new FeedText(Feed.ORDER_LINES, LINE_HEADER, this::lineRows),
                new FeedText(
                        Feed.DISPATCHES,
                        LINE_HEADER,
                        () -> promisedRows(PER_MILLE_DISPATCHED, DirtyFeeds::isInWarehouse)),
                new FeedText(
                        Feed.CANCELLATIONS,
                        LINE_HEADER,
                        () -> promisedRows(PER_MILLE_CANCELLED, row -> !isInWarehouse(row))));
    }

    private Stream<String> amendedRows() {
        return LongStream.range(0, perMille(PER_MILLE_AMENDED))
                .filter(index -> index * AMENDED_ONE_IN < before.batches().count())
                .mapToObj(index -> amended(before.batch(before.batches().first() + index * AMENDED_ONE_IN), index % 4));
    }

    private static String amended(String row, long how) {
        String[] fields = row.split(",", -1);
        int units = Integer.parseInt(fields[2]);
        return switch ((int) how) {
            case 0, 1 -> join(fields[0], fields[1], units / 2, fields[3]);
            case 2 -> join(fields[0], fields[1], 2 * units, fields[3]);
            default -> join(fields[0], fields[1], units, "2027-11-30");
        };
    }

    private static String join(String reference, String sku, int units, String eta) {
        return reference + "," + sku + "," + units + "," + eta;
    }

    private Stream<String> lineRows() {
        return clean.lines().stream().mapToObj(this::line);
    }

    private String line(long number) {
        long place = number % 100;
        if (place < REPEATED_OF_100 && number - BACK >= clean.lines().first()) {
            return clean.line(number - BACK);
        }
        String row = clean.line(number);
        return place == REPEATED_OF_100 ? row.substring(0, row.lastIndexOf(',') + 1) + "0" : row;
    }

    private Stream<String> promisedRows(int perMille, Predicate<String> which) {
        return allPromised()
                .filter(which)
                .filter(row -> row.hashCode() % PROMISED_ONE_IN == 0)
                .limit(perMille(perMille))
                .map(row -> row.substring(0, row.lastIndexOf(',', row.lastIndexOf(',') - 1)));
    }

    @SuppressWarnings("StreamResourceLeak") // whoever writes the feed closes it
    private Stream<String> allPromised() {
        try {
            return Files.lines(promised).skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInWarehouse(String promise) {
        return promise.endsWith(",");
    }

    private long perMille(int share) {
        return clean.lines().count() * share / 1000;
    }
}
