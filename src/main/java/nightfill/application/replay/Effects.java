package nightfill.application.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightfill.application.replay.PastNights.Effect;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.night.FeedRow;
import nightfill.domain.night.FeedRows;
import nightfill.domain.night.LineState;
import nightfill.domain.night.Night;
import nightfill.domain.night.NightLine;
import nightfill.domain.night.Outcome;
import nightfill.domain.night.Purchase;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** What the replayed night did, in the words in which the data say it. */
record Effects(Night night) {

    Stream<List<String>> of(Effect effect) {
        return switch (effect) {
            case LOADED -> lines(NightLine::isLoadedTonight).map(Effects::withTurn);
            case CANCELLED -> lines(line -> line.is(LineState.CANCELLED)).map(Effects::values);
            case LEFT -> lines(line -> line.is(LineState.LEFT)).map(Effects::values);
            case DISPATCHED -> lines(line -> line.is(LineState.DISPATCHED)).map(line -> values(line, line.batch()));
            case RELEASED ->
                lines(line -> line.lost() != null)
                        .map(line -> with(values(line, line.lost()), String.valueOf(line.cause())));
            case ALLOCATED -> lines(NightLine::isAllocatedTonight).map(line -> values(line, line.batch()));
            case LEFT_OPEN ->
                lines(line -> line.reason() != null).map(line -> with(values(line), String.valueOf(line.reason())));
            case MADE_KNOWN -> batches(Purchase.NEW).map(batch -> List.of(batch.reference(), batch.sku()));
            case PURCHASED ->
                Stream.of(Purchase.NEW, Purchase.CHANGED, Purchase.LACKED)
                        .flatMap(this::batches)
                        .map(Effects::purchase);
            case UNCHANGED -> batches(Purchase.UNCHANGED).map(batch -> List.of(batch.reference()));
            case REJECTED -> night.feeds().all().flatMap(Effects::rejected);
            case COUNTED -> night.feeds().all().map(Effects::counted);
            case REJECTS_REPORTED -> throw new IllegalArgumentException("a report, which the night does not word");
        };
    }

    private Stream<NightLine> lines(Predicate<NightLine> which) {
        return night.state().lines(which).stream();
    }

    private Stream<Batch> batches(Purchase which) {
        return night.state().batches(which).stream();
    }

    private static List<String> purchase(Batch batch) {
        return List.of(batch.reference(), String.valueOf(batch.purchasedQuantity()), Eta.orEmpty(batch.eta()));
    }

    private static Stream<List<String>> rejected(FeedRows feed) {
        return feed.rows().stream()
                .filter(row -> row.outcome().kind() == Outcome.Kind.REJECTED)
                .map(row -> rejected(feed, row));
    }

    private static List<String> rejected(FeedRows feed, FeedRow row) {
        return List.of(
                feed.feed().fileName(),
                String.valueOf(row.number()),
                String.valueOf(row.outcome().reason()),
                Visible.text(row.raw()));
    }

    private static List<String> counted(FeedRows feed) {
        List<String> counted = new ArrayList<>(
                List.of(feed.feed().fileName(), String.valueOf(feed.rows().size())));
        Arrays.stream(Outcome.Kind.values()).forEach(kind -> counted.add(String.valueOf(feed.count(kind))));
        return counted;
    }

    private static List<String> withTurn(NightLine line) {
        return with(List.of(String.valueOf(line.turn())), values(line).toArray(String[]::new));
    }

    static List<String> values(NightLine known) {
        OrderLine line = known.line().line();
        return List.of(line.orderId(), line.lineNumber(), line.sku(), String.valueOf(line.quantity()));
    }

    static List<String> values(NightLine line, @Nullable Batch batch) {
        return with(values(line), batch == null ? "" : batch.reference());
    }

    static List<String> with(List<String> values, String... more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
