package nightfill.bench.feeds;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nightfill.application.sample.FeedWriter.FeedText;
import nightfill.domain.feed.Feed;

/**
 * New order lines and new batches: orders of three lines with one unit to nine, one row in 5,400 sent twice, a quarter of the
 * batches in the warehouse. The same numbers give the same bytes.
 *
 * @param mostUnits that a batch has
 */
public record RaceFeeds(LocalDate date, Numbers lines, Numbers batches, Assortment assortment, int mostUnits)
        implements NightFeeds {

    /** Enough for some seven lines in ten, with 2 batches for 25 lines. */
    public static final int USUAL_UNITS = 92;

    public static final LocalDate FIRST_DATE = LocalDate.of(2026, 11, 18);

    private static final int LINES_OF_ORDER = 3;
    private static final int REPEATED = 5_400;
    private static final int MOST_UNITS_OF_LINE = 9;
    private static final int MOST_DAYS = 120;
    private static final int IN_WAREHOUSE = 4;

    /** A first night in the proportions of a large retailer's: 2 batches for 25 order lines and 4 for an SKU. */
    public static RaceFeeds first(long lines) {
        long batches = Math.max(1, lines * 2 / 25);
        Assortment assortment = new Assortment(Math.max(1, batches / 4), 1, false);
        return new RaceFeeds(FIRST_DATE, Numbers.upTo(lines), Numbers.upTo(batches), assortment, USUAL_UNITS);
    }

    public RaceFeeds with(Assortment other, int units) {
        return new RaceFeeds(date, lines, batches, other, units);
    }

    /** The next night, with that many lines and batches and for that assortment. */
    public RaceFeeds next(long moreLines, long moreBatches, Assortment other) {
        return new RaceFeeds(date.plusDays(1), lines.next(moreLines), batches.next(moreBatches), other, USUAL_UNITS);
    }

    @Override
    public List<FeedText> texts() {
        return List.of(
                new FeedText(Feed.BATCHES, BATCH_HEADER, this::batchRows),
                new FeedText(Feed.ORDER_LINES, LINE_HEADER, this::lineRows));
    }

    Stream<String> batchRows() {
        return batches.stream().mapToObj(this::batch);
    }

    Stream<String> lineRows() {
        return lines.stream().mapToObj(this::line);
    }

    String batch(long number) {
        SplittableRandom random = new SplittableRandom(-1 - number);
        boolean arrived = random.nextInt(IN_WAREHOUSE) == 0;
        return "B-%09d,%s,%d,%s"
                .formatted(
                        number,
                        assortment.skuOfBatch(number, random),
                        1 + random.nextInt(mostUnits),
                        arrived ? "" : date.plusDays(1 + random.nextInt(MOST_DAYS)));
    }

    String line(long number) {
        long said = number % REPEATED == REPEATED - 1 ? number - REPEATED / 2 : number;
        SplittableRandom random = new SplittableRandom(said);
        return "O-%09d,%d,%s,%d"
                .formatted(
                        said / LINES_OF_ORDER,
                        1 + said % LINES_OF_ORDER,
                        assortment.skuOfLine(random),
                        1 + random.nextInt(MOST_UNITS_OF_LINE));
    }
}
