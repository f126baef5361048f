package nightfill.adapter.job;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.night.NightJob;
import nightfill.application.night.Progress;
import nightfill.application.run.Runs;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the night's job together, once for all nights. */
@Configuration(proxyBeanMethods = false)
@Import(NightSteps.class)
public class NightConfiguration {

    @Bean
    NightsAtWork nightsAtWork() {
        return new NightsAtWork();
    }

    @Bean
    StepFrame stepFrame(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            NightsAtWork nightsAtWork,
            Runs runs,
            ChunkSize chunkSize,
            Progress progress) {
        return new StepFrame(jobs, transactions, nightsAtWork, runs, chunkSize, progress);
    }

    @Bean
    LoadFeedStep loadFeedStep(
            StepFrame frame, FeedFiles files, FeedReader reader, Staging staging, RefusedRows refusedRows) {
        return new LoadFeedStep(frame, new LoadFeedStep.Sources(files, reader, frame.runs(), staging, refusedRows));
    }

    @Bean
    EndOfNight endOfNight(Runs runs, NightsAtWork nightsAtWork) {
        return new EndOfNight(runs, nightsAtWork);
    }

    @Bean(DeadExecutions.JOB)
    Job night(JobRepository jobs, EndOfNight end, Map<String, Step> steps) {
        List<Step> sequence = NightSteps.inOrder(steps);
        SimpleJobBuilder night = new JobBuilder(jobs).listener(end).start(sequence.get(0));
        sequence.stream().skip(1).forEach(night::next);
        return night.build();
    }

    @Bean
    NightJob nightJob(
            JobOperator operator,
            Job night,
            JobRepository jobs,
            Clock clock,
            EndOfNight end,
            NightsAtWork nightsAtWork) {
        return new SpringBatchNight(operator, night, new DeadExecutions(jobs, clock), end, nightsAtWork);
    }
}
