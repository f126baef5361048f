package nightfill.adapter.job;

import java.util.function.BiConsumer;
import nightfill.application.night.Progress;
import nightfill.application.run.HowFar;
import nightfill.application.run.Runs;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** What all steps of a night are built on; the name of a step is that of its bean. */
record StepFrame(
        JobRepository jobs,
        PlatformTransactionManager transactions,
        NightsAtWork nightsAtWork,
        Runs runs,
        ChunkSize chunkSize,
        NotedProgress progress) {

    NightOfStep night() {
        return new NightOfStep(runs, nightsAtWork.labels());
    }

    /** Begins to show a step to people here and elsewhere. */
    Progress.Step begin(NightOfStep night) {
        return progress.begin(night.execution().getStepName(), night.execution().getId());
    }

    /**
     * A chunk-oriented step without skip or retry: a rejected row is data, and a killed step goes on from what its
     * rows show, so that the framework's bookkeeping decides about nothing.
     */
    <I, O> ChunkOrientedStepBuilder<I, O> chunks(int size, NightOfStep night) {
        return new StepBuilder(jobs)
                .<I, O>chunk(size)
                .transactionManager(transactions)
                .interruptionPolicy(nightsAtWork)
                .listener(night);
    }

    /** A step of one transaction. */
    Step once(BiConsumer<NightOfStep, HowFar> work) {
        NightOfStep night = night();
        Tasklet tasklet = (contribution, context) -> {
            Progress.Step shown = begin(night);
            try {
                work.accept(night, shown);
                shown.end();
            } finally {
                shown.leave();
            }
            return RepeatStatus.FINISHED;
        };
        TaskletStep step = new StepBuilder(jobs)
                .tasklet(tasklet, transactions)
                .listener(night)
                .build();
        step.setInterruptionPolicy(nightsAtWork);
        return step;
    }
}
