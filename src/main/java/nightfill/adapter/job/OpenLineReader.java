package nightfill.adapter.job;

import java.util.Objects;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the lines that the run has not decided about yet, SKU by SKU. */
final class OpenLineReader implements ItemStreamReader<Turn> {

    private final NightOfStep night;
    private final BatchRepository batches;
    private final Progress progress;
    private @Nullable OpenTurns turns;

    OpenLineReader(NightOfStep night, BatchRepository batches, Progress progress) {
        this.night = night;
        this.batches = batches;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        Progress.Step shown = progress.begin(night.execution().getStepName());
        turns = new OpenTurns(batches.turns(night.run()), shown);
    }

    @Override
    public @Nullable Turn read() {
        return Objects.requireNonNull(turns, "opened before it is read").next();
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
            turns = null;
        }
    }
}
