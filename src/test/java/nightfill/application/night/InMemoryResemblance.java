package nightfill.application.night;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.Resemblance;
import nightfill.domain.night.Resemblance.Alike;
import nightfill.domain.night.Resemblance.Pair;
import nightfill.domain.run.Run;

/**
 * Compares a run's new lines with earlier ones.
 *
 * @param fresh the run's new lines, in the order of their turns
 * @param earlier the lines of earlier nights that are not cancelled, in the order of their turns
 */
record InMemoryResemblance(List<Line> fresh, List<OrderLine> earlier) {

    static InMemoryResemblance of(InMemoryDatabase database, Run run) {
        long before = new InMemoryRules(database, run).turnsBefore(Feed.ORDER_LINES);
        Comparator<Line> byTurn = Comparator.comparing(Line::turn);
        return new InMemoryResemblance(
                database.lines
                        .where(line -> line.turn() > before)
                        .sorted(byTurn)
                        .toList(),
                database.lines
                        .where(line -> line.turn() <= before && line.cancelledRun() == null)
                        .sorted(byTurn)
                        .map(line -> line.line().line())
                        .toList());
    }

    Resemblance resemblance() {
        List<OrderLine> promised = fresh.stream()
                .filter(line -> line.cancelledRun() == null)
                .map(line -> line.line().line())
                .toList();
        return new Resemblance(
                fresh.size(),
                alike(promised.stream().flatMap(line -> renumbered(line).stream())),
                alike(promised.stream().flatMap(line -> changed(line).stream())));
    }

    private Optional<Pair> renumbered(OrderLine line) {
        return earlier(line)
                .filter(known -> known.quantity() == line.quantity())
                .reduce((first, last) -> last)
                .map(known -> new Pair(line, known));
    }

    private Optional<Pair> changed(OrderLine line) {
        boolean counts = line.lineNumber().isEmpty() && renumbered(line).isEmpty();
        return counts
                ? earlier(line).reduce((first, last) -> last).map(known -> new Pair(line, known))
                : Optional.empty();
    }

    private Stream<OrderLine> earlier(OrderLine line) {
        return earlier.stream()
                .filter(known ->
                        known.orderId().equals(line.orderId()) && known.sku().equals(line.sku()));
    }

    private static Alike alike(Stream<Pair> pairs) {
        List<Pair> all = pairs.toList();
        return new Alike(all.size(), all.stream().limit(Resemblance.NAMED).toList());
    }
}
