package nightfill.adapter.job;

import java.util.List;
import java.util.Objects;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.Progress;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.Supply;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the lines that this run has not decided about yet, SKU by SKU. */
final class OpenLineReader implements ItemStreamReader<OpenLine> {

    private final BatchRepository batches;
    private final Run run;
    private final Progress progress;
    private @Nullable Turns turns;
    private Progress.@Nullable Step shown;
    private boolean atEnd;
    private long read;

    OpenLineReader(BatchRepository batches, Run run, Progress progress) {
        this.batches = batches;
        this.run = run;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        shown = progress.begin("allocate");
        turns = batches.turns(run);
    }

    @Override
    public @Nullable OpenLine read() {
        OpenLine line = turns().next();
        atEnd = line == null;
        if (line != null && shown != null) {
            shown.at(++read, (double) read / turns().size());
        }
        return line;
    }

    /** The batches of the SKU whose first line was read last. */
    List<Supply> supplies(String sku) {
        return turns().supplies(sku);
    }

    @Override
    public void close() {
        if (shown != null && atEnd) {
            shown.end();
        } else if (shown != null) {
            shown.leave();
        }
        if (turns != null) {
            turns.close();
        }
    }

    private Turns turns() {
        return Objects.requireNonNull(turns, "opened before it is read");
    }
}
