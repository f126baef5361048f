package nightfill.domain.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.allocation.Supply;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.night.Aftermath.Known;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds after every night, whatever its feeds. */
class RandomNightTest {

    private static final List<String> SKUS = List.of("CHAIR", "TABLE");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_night_breaks_the_rules(long seed) {
        Random random = new Random(seed);
        Aftermath before = Aftermath.NONE;
        for (int number = 1; number <= 25; number++) {
            LocalDate date = FIRST.plusDays(random.nextInt(60));
            Map<Feed, List<Row>> feeds = feeds(random, before);
            BatchFeed listing = random.nextInt(4) == 0 ? BatchFeed.SNAPSHOT : BatchFeed.CHANGES;
            Night night = night(date, before, feeds, listing);
            night.work();
            Aftermath after = before.after(night);
            String what = "seed %d night %d".formatted(seed, number);
            nothing_is_lost(before, night, what);
            no_closed_line_changes(before, after, what);
            no_batch_is_overdrawn(night, what);
            every_line_has_the_best_batch_that_could_take_it(night, what);
            the_same_again_gives_the_same(before, feeds, night, after, what);
            a_list_of_all_batches_leaves_nothing_in_others(before, night, what);
            before = after;
        }
    }

    private static void nothing_is_lost(Aftermath before, Night night, String what) {
        Map<OrderLine, OpenLine> after = night.state().lines(line -> true).stream()
                .map(NightLine::line)
                .collect(Collectors.toMap(OpenLine::line, Function.identity()));
        List<OpenLine> goingOn = before.lines().stream()
                .filter(line -> !line.state().isClosed())
                .map(Known::line)
                .toList();
        assertThat(after.values()).as(what).containsAll(goingOn);
        assertThat(after).as(what).hasSize(goingOn.size() + (int) loaded(night));
        night.feeds()
                .all()
                .forEach(feed -> assertThat(Stream.of(Outcome.Kind.values())
                                .mapToLong(feed::count)
                                .sum())
                        .as(what)
                        .isEqualTo(feed.rows().size()));
    }

    private static long loaded(Night night) {
        return Stream.of(Feed.ORDER_LINES, Feed.ALLOCATIONS)
                .flatMap(feed -> night.feeds().of(feed).rows().stream())
                .filter(row ->
                        Stream.of("APPLIED", "UNKNOWN_BATCH", "DOES_NOT_FIT").anyMatch(Given.outcome(row)::equals))
                .count();
    }

    private static void no_closed_line_changes(Aftermath before, Aftermath after, String what) {
        assertThat(after.lines())
                .as(what)
                .containsAll(before.lines().stream()
                        .filter(line -> line.state().isClosed())
                        .toList());
    }

    private static void no_batch_is_overdrawn(Night night, String what) {
        Map<String, List<OpenLine>> lines = new HashMap<>();
        for (NightLine line : night.state().lines(line -> line.is(LineState.ALLOCATED))) {
            lines.computeIfAbsent(batch(line).reference(), reference -> new ArrayList<>())
                    .add(line.line());
        }
        for (Batch batch : night.state().batches()) {
            assertThat(batch.availableQuantity()).as(what).isNotNegative();
            assertThat(batch.lines())
                    .as(what)
                    .containsExactlyElementsOf(lines.getOrDefault(batch.reference(), List.of()));
        }
    }

    /** Batches only ever get fuller in the course of the turns: what fits after them did fit before. */
    private static void every_line_has_the_best_batch_that_could_take_it(Night night, String what) {
        for (NightLine line : night.state().lines(NightLine::isAllocatedTonight)) {
            if (!night.feeds().of(Feed.ALLOCATIONS).rows().stream()
                    .anyMatch(row -> row.line().equals(line.line().line()))) {
                assertThat(fitting(night, line).filter(batch -> isPreferred(batch, batch(line))))
                        .as("%s: %s", what, line.line())
                        .isEmpty();
            }
        }
        for (NightLine line : night.state().lines(line -> line.is(LineState.OPEN))) {
            assertThat(fitting(night, line)).as("%s: %s", what, line.line()).isEmpty();
            assertThat(line.reason() == ShortageReason.UNKNOWN_SKU)
                    .as("%s: %s", what, line.line())
                    .isEqualTo(night.state().batches().stream()
                            .noneMatch(batch ->
                                    batch.sku().equals(line.line().line().sku())));
        }
    }

    private static Stream<Batch> fitting(Night night, NightLine line) {
        return night.state().batches().stream()
                .filter(batch -> batch.canAllocate(line.line().line()));
    }

    private static boolean isPreferred(Batch one, Batch other) {
        return Supply.PREFERENCE.compare(one.supply(0), other.supply(0)) < 0;
    }

    private static Batch batch(NightLine line) {
        return Objects.requireNonNull(line.batch());
    }

    private static void the_same_again_gives_the_same(
            Aftermath before, Map<Feed, List<Row>> feeds, Night first, Aftermath after, String what) {
        Night again = night(first.date(), before, feeds, first.feeds().batches());
        again.work();
        assertThat(before.after(again)).as(what).isEqualTo(after);
    }

    private static void a_list_of_all_batches_leaves_nothing_in_others(Aftermath before, Night night, String what) {
        boolean overruled = before.lastListed().isAfter(night.date());
        Set<String> named = night.feeds().of(Feed.BATCHES).references();
        for (Batch batch : night.state().batches(Purchase.LACKED)) {
            assertThat(named).as(what).doesNotContain(batch.reference());
            assertThat(batch.availableQuantity()).as(what).isZero();
        }
        for (Batch batch : night.state().batches()) {
            LocalDate lastFed = before.lastFed().getOrDefault(batch.reference(), LocalDate.MIN);
            if (night.feeds().batches() == BatchFeed.SNAPSHOT
                    && !overruled
                    && !named.contains(batch.reference())
                    && !lastFed.isAfter(night.date())) {
                assertThat(batch.purchasedQuantity()).as(what).isEqualTo((int) batch.dispatchedQuantity());
            }
        }
    }

    private static Night night(LocalDate date, Aftermath before, Map<Feed, List<Row>> feeds, BatchFeed listing) {
        Map<Feed, FeedRows> sent = new EnumMap<>(Feed.class);
        feeds.forEach((feed, rows) -> sent.put(feed, Given.feed(feed, rows.toArray(Row[]::new))));
        return new Night(date, before.highestTurn(), Rules.CURRENT, before.before(date), new NightFeeds(sent, listing));
    }

    private static Map<Feed, List<Row>> feeds(Random random, Aftermath before) {
        Map<Feed, List<Row>> feeds = new EnumMap<>(Feed.class);
        feeds.put(Feed.BATCHES, rows(random, 6, () -> batch(random)));
        feeds.put(Feed.ORDER_LINES, rows(random, 12, () -> new LineRow(line(random), "")));
        feeds.put(Feed.DISPATCHES, rows(random, 6, () -> new LineRow(line(random), "")));
        feeds.put(Feed.CANCELLATIONS, rows(random, 4, () -> new LineRow(line(random), "")));
        if (before.lines().isEmpty()) {
            feeds.put(Feed.ALLOCATIONS, rows(random, 6, () -> new LineRow(line(random), reference(random))));
        }
        return feeds;
    }

    private static List<Row> rows(Random random, int most, Supplier<Row> row) {
        return IntStream.range(0, random.nextInt(1 + most))
                .mapToObj(index -> row.get())
                .toList();
    }

    private static OrderLine line(Random random) {
        return new OrderLine("order-" + random.nextInt(20), "", sku(random), 1 + random.nextInt(5));
    }

    private static Row batch(Random random) {
        LocalDate dated = random.nextInt(4) == 0 ? Eta.UNKNOWN : FIRST.plusDays(random.nextInt(60));
        LocalDate eta = random.nextBoolean() ? null : dated;
        return new BatchRow(reference(random), sku(random), random.nextInt(25), eta);
    }

    private static String reference(Random random) {
        return "PO-" + random.nextInt(6);
    }

    private static String sku(Random random) {
        return SKUS.get(random.nextInt(10) == 0 ? 1 : 0);
    }
}
