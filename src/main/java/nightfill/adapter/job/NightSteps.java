package nightfill.adapter.job;

import java.util.List;
import nightfill.application.night.NightRequest;
import nightfill.application.report.ReportFolders;
import nightfill.domain.run.Run;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;

/** Lists the steps of a night. */
final class NightSteps {

    static final String JOB = "night";

    private final JobRepository jobs;
    private final AcceptFeedsStep acceptFeeds;
    private final List<LoadFeedStep> loadFeeds;
    private final TakeEffectStep takeEffect;
    private final AllocateStep allocate;
    private final DispatchBelatedStep dispatchBelated;
    private final AuditStep audit;
    private final WriteReportsStep writeReports;
    private final ReportFolders folders;

    NightSteps(
            JobRepository jobs,
            AcceptFeedsStep acceptFeeds,
            List<LoadFeedStep> loadFeeds,
            TakeEffectStep takeEffect,
            AllocateStep allocate,
            DispatchBelatedStep dispatchBelated,
            AuditStep audit,
            WriteReportsStep writeReports,
            ReportFolders folders) {
        this.jobs = jobs;
        this.acceptFeeds = acceptFeeds;
        this.loadFeeds = loadFeeds;
        this.takeEffect = takeEffect;
        this.allocate = allocate;
        this.dispatchBelated = dispatchBelated;
        this.audit = audit;
        this.writeReports = writeReports;
        this.folders = folders;
    }

    Job of(Run run, NightRequest order, EndOfNight end) {
        SimpleJobBuilder night = new JobBuilder(JOB, jobs).listener(end).start(acceptFeeds.step(run, order));
        for (LoadFeedStep loadFeed : loadFeeds) {
            night = night.next(loadFeed.step(run));
        }
        return night.next(takeEffect.step(run))
                .next(allocate.step(run))
                .next(dispatchBelated.step(run))
                .next(audit.step(run))
                .next(writeReports.step(run, folders.at(order.output())))
                .build();
    }
}
