package nightfill.application.night;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.run.Run;

/** The SKUs of lines and batches. */
record InMemorySkus(InMemoryDatabase database, Run run) implements Ledger.Skus {

    @Override
    public List<String> withoutBatch() {
        return database.lines
                .rows()
                .map(line -> line.line().line().sku())
                .filter(sku -> !database.batches.has(batch -> batch.sku().equals(sku)))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void forEachWithBatch(Consumer<String> action) {
        database.batches.rows().map(StoredBatch::sku).distinct().forEach(action);
    }

    @Override
    public List<String> waiting(List<String> skus) {
        return database.lines
                .where(Line::isOpen)
                .map(line -> line.line().line().sku())
                .filter(skus::contains)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> fedWith(String part) {
        return database.staged
                .where(row -> row.run() == run.id())
                .flatMap(row -> sku(row.row().row()))
                .filter(sku -> sku.contains(part))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> sku(Object row) {
        if (row instanceof BatchRow batch) {
            return Stream.of(batch.sku());
        }
        return row instanceof LineRow line ? Stream.of(line.line().sku()) : Stream.of();
    }
}
