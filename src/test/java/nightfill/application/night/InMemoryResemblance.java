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

/** Compares a run's new lines with earlier ones. */
record InMemoryResemblance(InMemoryDatabase database, Run run) {

    Resemblance resemblance() {
        List<Line> fresh = database.lines
                .where(this::isNew)
                .sorted(Comparator.comparing(Line::turn))
                .toList();
        List<Line> promised =
                fresh.stream().filter(line -> line.cancelledRun() == null).toList();
        return new Resemblance(
                fresh.size(),
                alike(promised.stream().flatMap(line -> renumbered(line).stream())),
                alike(promised.stream().flatMap(line -> changed(line).stream())));
    }

    private Optional<Pair> renumbered(Line line) {
        return earlier(line)
                .filter(known -> known.quantity() == line.line().line().quantity())
                .reduce((first, last) -> last)
                .map(known -> new Pair(line.line().line(), known));
    }

    private Optional<Pair> changed(Line line) {
        boolean counts =
                line.line().line().lineNumber().isEmpty() && renumbered(line).isEmpty();
        return counts
                ? earlier(line)
                        .reduce((first, last) -> last)
                        .map(known -> new Pair(line.line().line(), known))
                : Optional.empty();
    }

    private Stream<OrderLine> earlier(Line line) {
        return database.lines
                .where(known -> !isNew(known) && known.cancelledRun() == null)
                .sorted(Comparator.comparing(Line::turn))
                .map(known -> known.line().line())
                .filter(known -> known.orderId().equals(line.line().line().orderId())
                        && known.sku().equals(line.line().line().sku()));
    }

    private boolean isNew(Line line) {
        return line.turn() > new InMemoryRules(database, run).turnsBefore(Feed.ORDER_LINES);
    }

    private static Alike alike(Stream<Pair> pairs) {
        List<Pair> all = pairs.toList();
        return new Alike(all.size(), all.stream().limit(Resemblance.NAMED).toList());
    }
}
