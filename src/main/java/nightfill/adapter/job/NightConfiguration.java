package nightfill.adapter.job;

import java.time.Clock;
import java.util.List;
import nightfill.application.audit.AuditRun;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightJob;
import nightfill.application.night.Progress;
import nightfill.application.night.TakeEffect;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.WriteReports;
import nightfill.application.run.Runs;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the night's steps together. */
@Configuration(proxyBeanMethods = false)
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
            ChunkSize chunkSize,
            Progress progress) {
        return new StepFrame(jobs, transactions, nightsAtWork, chunkSize.rows(), progress);
    }

    @Bean
    LoadFeedStep.Sources sources(
            FeedFiles files, FeedReader reader, Runs runs, Staging staging, RefusedRows refusedRows) {
        return new LoadFeedStep.Sources(files, reader, runs, staging, refusedRows);
    }

    @Bean
    AcceptFeedsStep acceptFeedsStep(StepFrame frame, AcceptFeeds acceptFeeds, Runs runs, RefusedRows refusedRows) {
        return new AcceptFeedsStep(frame, acceptFeeds, runs, refusedRows);
    }

    @Bean
    TakeEffectStep takeEffectStep(StepFrame frame, TakeEffect takeEffect, Runs runs) {
        return new TakeEffectStep(frame, takeEffect, runs);
    }

    @Bean
    AllocateStep allocateStep(StepFrame frame, BatchRepository batches) {
        return new AllocateStep(frame, batches);
    }

    @Bean
    DispatchBelatedStep dispatchBelatedStep(StepFrame frame, Ledger ledger) {
        return new DispatchBelatedStep(frame, ledger);
    }

    @Bean
    AuditStep auditStep(StepFrame frame, AuditRun auditRun, Runs runs) {
        return new AuditStep(frame, auditRun, runs);
    }

    @Bean
    WriteReportsStep writeReportsStep(StepFrame frame, WriteReports writeReports, Runs runs) {
        return new WriteReportsStep(frame, writeReports, runs);
    }

    @Bean
    NightSteps nightSteps(
            StepFrame frame,
            LoadFeedStep.Sources sources,
            AcceptFeedsStep acceptFeeds,
            TakeEffectStep takeEffect,
            AllocateStep allocate,
            DispatchBelatedStep dispatchBelated,
            AuditStep audit,
            WriteReportsStep writeReports,
            ReportFolders folders) {
        List<LoadFeedStep> loadFeeds = List.of(
                new LoadBatchesStep(frame, sources),
                new LoadOrderLinesStep(frame, sources),
                new LoadDispatchesStep(frame, sources),
                new LoadCancellationsStep(frame, sources),
                new LoadOpeningAllocationsStep(frame, sources));
        return new NightSteps(
                frame.jobs(),
                acceptFeeds,
                loadFeeds,
                takeEffect,
                allocate,
                dispatchBelated,
                audit,
                writeReports,
                folders);
    }

    @Bean
    NightJob nightJob(
            JobOperator operator,
            NightSteps steps,
            JobRepository jobs,
            Clock clock,
            Runs runs,
            NightsAtWork nightsAtWork) {
        return new SpringBatchNight(operator, steps, new DeadExecutions(jobs, clock), runs, nightsAtWork);
    }
}
