package nightfill.adapter.job;

import nightfill.application.night.Progress;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** What all steps of a night are built on. */
record StepFrame(
        JobRepository jobs,
        PlatformTransactionManager transactions,
        StepInterruptionPolicy interruption,
        int chunkSize,
        Progress progress) {

    /**
     * A chunk-oriented step without skip or retry: a rejected row is data, and a killed step goes on from what its
     * rows show, so that the framework's bookkeeping decides about nothing.
     */
    <I, O> ChunkOrientedStepBuilder<I, O> chunks(String name, int size) {
        return new StepBuilder(name, jobs)
                .<I, O>chunk(size)
                .transactionManager(transactions)
                .interruptionPolicy(interruption);
    }

    /** A step of one transaction. */
    Step once(String name, Runnable work) {
        Tasklet tasklet = (contribution, context) -> {
            Progress.Step shown = progress.begin(name);
            try {
                work.run();
                shown.end();
            } finally {
                shown.leave();
            }
            return RepeatStatus.FINISHED;
        };
        TaskletStep step =
                new StepBuilder(name, jobs).tasklet(tasklet, transactions).build();
        step.setInterruptionPolicy(interruption);
        return step;
    }
}
