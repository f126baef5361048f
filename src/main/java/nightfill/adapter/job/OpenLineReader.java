package nightfill.adapter.job;

import java.util.Objects;
import java.util.function.Function;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.Progress;
import nightfill.domain.allocation.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the lines that the run has not decided about yet, by turn. */
final class OpenLineReader implements ItemStreamReader<Turn> {

    private final NightOfStep night;
    private final BatchRepository batches;
    private final Function<NightOfStep, Progress.Step> progress;
    private @Nullable Turns turns;
    private Progress.@Nullable Step shown;
    private long read;

    OpenLineReader(NightOfStep night, BatchRepository batches, Function<NightOfStep, Progress.Step> progress) {
        this.night = night;
        this.batches = batches;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        read = 0;
        shown = progress.apply(night);
        turns = batches.turns(night.run());
    }

    @Override
    public @Nullable Turn read() {
        Turns opened = Objects.requireNonNull(turns, "opened before it is read");
        Progress.Step step = Objects.requireNonNull(shown, "opened before it is read");
        Turn turn = opened.next();
        if (turn == null) {
            step.end();
        } else {
            step.at(++read, opened.share());
        }
        return turn;
    }

    @Override
    public void close() {
        if (shown != null) {
            shown.leave();
            shown = null;
        }
        if (turns != null) {
            turns.close();
            turns = null;
        }
    }
}
