package nightfill.application.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightfill.application.night.InMemoryRules;
import nightfill.application.report.InMemoryReportSource;
import nightfill.application.report.Report;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Fed;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.Rejected;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.night.NightState;
import nightfill.domain.night.Purchase;
import nightfill.domain.run.Run;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;

/** Past nights in a database in memory. */
public record InMemoryPastNights(InMemoryDatabase database) implements PastNights {

    @Override
    public NightState before(Run run, Collection<String> orderIds) {
        InMemoryRules rules = new InMemoryRules(database.asOfTheBeginningOf(run), run);
        NightState state = rules.state();
        database.rejected
                .where(row -> row.reason() == RejectReason.UNKNOWN_LINE && row.run() < run.id())
                .filter(row -> rules.isOfLaterDate(row.run()))
                .forEach(row ->
                        state.knowBelated(row.feed(), ((LineRow) row.row().row()).line()));
        return state;
    }

    @Override
    public void forEachEffect(Run run, Effect effect, Consumer<List<String>> action) {
        new InMemoryEffects(
                        database.asOfTheEndOf(run), database.before(run.id()).batches(), run)
                .of(effect)
                .forEach(action);
    }

    private record InMemoryEffects(InMemoryDatabase then, List<StoredBatch> before, Run run) {

        private Stream<List<String>> of(PastNights.Effect effect) {
            return switch (effect) {
                case LOADED ->
                    lines(line -> line.loadedRun() == run.id())
                            .map(line -> with(List.of(String.valueOf(line.turn())), values(line.line())));
                case LEFT ->
                    lines(line -> line.hasLeftWithoutBatch() && isOfRun(line.dispatchedRun()))
                            .map(line -> values(line.line()));
                case CANCELLED -> lines(line -> isOfRun(line.cancelledRun())).map(line -> values(line.line()));
                case DISPATCHED ->
                    lines(line -> !line.hasLeftWithoutBatch() && isOfRun(line.dispatchedRun()))
                            .map(InMemoryEffects::withBatch);
                case ALLOCATED -> lines(line -> isOfRun(line.allocatedRun())).map(InMemoryEffects::withBatch);
                case RELEASED ->
                    then.releases
                            .where(row -> row.run() == run.id())
                            .map(row -> with(values(row.line()), List.of(row.batch(), row.cause())));
                case LEFT_OPEN ->
                    then.shortages
                            .where(row -> row.run() == run.id())
                            .map(row -> with(
                                    values(line(row.turn())),
                                    List.of(row.reason().name())));
                case MADE_KNOWN, PURCHASED, UNCHANGED ->
                    then.fed.where(row -> row.run() == run.id()).flatMap(row -> fed(effect, row));
                case REJECTED ->
                    then.rejected.where(row -> row.run() == run.id()).map(InMemoryEffects::rejected);
                case COUNTED ->
                    new InMemoryRuns(then).feedCounts(run).entrySet().stream().map(InMemoryEffects::counted);
                case REJECTS_REPORTED -> rejects();
            };
        }

        private Stream<Line> lines(Predicate<Line> which) {
            return then.lines.where(which);
        }

        private boolean isOfRun(@Nullable Long other) {
            return Objects.equals(other, run.id());
        }

        private OpenLine line(long turn) {
            return lines(line -> line.turn() == turn).findFirst().orElseThrow().line();
        }

        private Stream<List<String>> fed(PastNights.Effect effect, Fed fed) {
            StoredBatch batch = then.batches
                    .where(it -> it.reference().equals(fed.reference()))
                    .findFirst()
                    .orElseThrow();
            boolean isNew = before.stream().noneMatch(it -> it.reference().equals(fed.reference()));
            return switch (effect) {
                case MADE_KNOWN -> isNew ? Stream.of(List.of(batch.reference(), batch.sku())) : Stream.empty();
                case PURCHASED -> fed.how() == Purchase.UNCHANGED ? Stream.empty() : Stream.of(purchase(batch));
                default -> fed.how() == Purchase.UNCHANGED ? Stream.of(List.of(batch.reference())) : Stream.empty();
            };
        }

        private static List<String> purchase(StoredBatch batch) {
            return List.of(batch.reference(), String.valueOf(batch.quantity()), Eta.orEmpty(batch.eta()));
        }

        private static List<String> rejected(Rejected row) {
            return List.of(
                    row.feed().fileName(),
                    String.valueOf(row.row().number()),
                    row.reason().name(),
                    Visible.text(row.row().raw()));
        }

        private static List<String> counted(Map.Entry<Feed, FeedCounts> feed) {
            FeedCounts counts = feed.getValue();
            List<String> values = new ArrayList<>(List.of(feed.getKey().fileName()));
            Stream.of(counts.rows(), counts.applied(), counts.duplicate(), counts.superseded(), counts.rejected())
                    .map(String::valueOf)
                    .forEach(values::add);
            return values;
        }

        private Stream<List<String>> rejects() {
            List<List<String>> rows = new ArrayList<>();
            new InMemoryReportSource(then).forEachRow(run, Report.REJECTS, rows::add);
            return rows.stream();
        }

        private static List<String> withBatch(Line line) {
            return with(values(line.line()), Arrays.asList(String.valueOf(line.batch())));
        }

        private static List<String> values(OpenLine line) {
            return List.of(
                    line.line().orderId(),
                    line.line().lineNumber(),
                    line.line().sku(),
                    String.valueOf(line.line().quantity()));
        }

        private static List<String> with(List<String> values, List<String> more) {
            return Stream.concat(values.stream(), more.stream()).toList();
        }
    }
}
