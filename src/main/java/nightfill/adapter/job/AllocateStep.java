package nightfill.adapter.job;

import nightfill.application.night.BatchRepository;
import nightfill.domain.allocation.Decision;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.run.Run;
import org.springframework.batch.core.step.Step;

/** Gives every open line its turn: the domain service decides line by line, the repository keeps what it decided. */
final class AllocateStep {

    private final StepFrame frame;
    private final BatchRepository batches;

    AllocateStep(StepFrame frame, BatchRepository batches) {
        this.frame = frame;
        this.batches = batches;
    }

    Step step(Run run) {
        OpenLineReader reader = new OpenLineReader(batches, run, frame.progress());
        return frame.<OpenLine, Decision>chunks("allocate", frame.chunkSize())
                .reader(reader)
                .processor(new AllocationProcessor(reader::supplies))
                .writer(decisions -> batches.record(run, decisions.getItems()))
                .build();
    }
}
