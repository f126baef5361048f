package nightfill.harness;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nightfill.application.audit.InMemoryRecount;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.InMemoryFeedFiles;
import nightfill.application.feeds.InMemoryFeedReader;
import nightfill.application.feeds.InMemoryRefusedRows;
import nightfill.application.feeds.StagedRows;
import nightfill.application.night.AbandonRun;
import nightfill.application.night.Attempt;
import nightfill.application.night.FakeNightJob;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightPorts;
import nightfill.application.night.NightRequest;
import nightfill.application.night.RunNight;
import nightfill.application.night.RunPending;
import nightfill.application.night.TakeEffect;
import nightfill.application.night.WorkUnderLock;
import nightfill.application.problem.Problems;
import nightfill.application.problem.StopToken;
import nightfill.application.publish.InMemoryPublications;
import nightfill.application.report.AuditRun;
import nightfill.application.report.InMemoryReportFolders;
import nightfill.application.report.InMemorySummaries;
import nightfill.application.report.WriteReports;
import nightfill.application.restore.RunAfterRestore;
import nightfill.application.run.InMemoryBeside;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryExecutions;
import nightfill.application.run.InMemoryRunLock;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.run.MutableClock;
import nightfill.application.urgent.InMemoryUrgentPromises;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import nightfill.domain.shrinkage.ShrinkLimits;

/** The use cases of Nightfill, wired to a database, a lock and a disk in memory. */
public final class InMemoryNightfill {

    public static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    public static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    public static final LocalDate SUNDAY = FRIDAY.plusDays(2);

    public static final Path HOME = Path.of("/srv/home");
    public static final Path INPUT = Path.of("/srv/input");
    public static final Path OUTPUT = Path.of("/srv/reports");

    public final InMemoryDatabase database;
    public final InMemoryDisk disk;
    public final InMemorySummaries summaries;
    public final MutableClock clock = new MutableClock();
    public final InMemoryRunLock lock;
    public final InMemoryRuns runs;
    public final InMemoryExecutions executions;
    public final NightPorts ports;
    public final InMemoryFeedFiles files;
    public final InMemoryFeedReader reader;
    public final InMemoryReportFolders folders;
    public final InMemoryRecount recount;
    public final InMemoryPublications publications;
    public final FakeNightJob job;
    public final WorkUnderLock underLock;
    public final RunNight runNight;
    public final RunPending runPending;
    public final AbandonRun abandonRun;
    public final RunAfterRestore runAfterRestore;

    public InMemoryNightfill() {
        this(new InMemoryDatabase("one"), new InMemoryDisk(), new InMemorySummaries());
    }

    private InMemoryNightfill(InMemoryDatabase database, InMemoryDisk disk, InMemorySummaries summaries) {
        this.database = database;
        this.disk = disk;
        this.summaries = summaries;
        lock = new InMemoryRunLock(database, clock);
        runs = new InMemoryRuns(database);
        executions = new InMemoryExecutions(database, clock);
        ports = NightPorts.inMemory(database);
        files = new InMemoryFeedFiles(disk, HOME);
        reader = new InMemoryFeedReader(disk);
        folders = new InMemoryReportFolders(disk, summaries);
        recount = new InMemoryRecount(database);
        publications = new InMemoryPublications(database);
        AcceptFeeds acceptFeeds = new AcceptFeeds(files, reader, reader, runs, new InMemoryUrgentPromises(database));
        InMemoryRefusedRows refusedRows = new InMemoryRefusedRows(disk, HOME, ports.reports());
        job = new FakeNightJob(
                database,
                ports,
                lock,
                executions,
                new FakeNightJob.Work(
                        acceptFeeds,
                        files,
                        reader,
                        refusedRows,
                        new TakeEffect(runs, ports.ledger(), ports.batches(), refusedRows, ShrinkLimits.DEFAULT),
                        new WriteReports(runs, ports.reports(), new AuditRun(recount), new InMemoryBeside()),
                        folders));
        underLock = new WorkUnderLock(lock);
        RunNight.Means means = new RunNight.Means(runs, lock, acceptFeeds, files, folders, job);
        runNight = new RunNight(underLock, means);
        runPending = new RunPending(runNight, files, runs);
        abandonRun = new AbandonRun(lock, runs, ports.ledger(), files, folders, lock);
        runAfterRestore = new RunAfterRestore(underLock, means, ports.ledger());
    }

    /** The same home, INPUT and OUTPUT with another database, which knows nothing. */
    public InMemoryNightfill withDatabase(String id) {
        return new InMemoryNightfill(new InMemoryDatabase(id), disk, summaries);
    }

    /** Lets a feed of a date arrive, in place of one that did before. */
    public InMemoryNightfill arrive(LocalDate date, Feed feed, String... rows) {
        StringBuilder text = new StringBuilder(StagedRows.header(feed)).append('\n');
        List.of(rows).forEach(row -> text.append(row).append('\n'));
        return arrive(date, feed.fileName(), text.toString());
    }

    public InMemoryNightfill arrive(LocalDate date, String name, String text) {
        disk.write(INPUT.resolve(date.toString()).resolve(name), text);
        return this;
    }

    /** Lets a plain night arrive: one more batch of chairs, and an order for two of them. */
    public InMemoryNightfill arrive(LocalDate date) {
        int day = date.getDayOfMonth();
        arrive(date, Feed.BATCHES, "PO-%d,CHAIR,10,".formatted(day));
        return arrive(date, Feed.ORDER_LINES, "%d,1,CHAIR,2".formatted(1000 + day));
    }

    public NightRequest request(LocalDate date) {
        return request(date, Terms.USUAL, false, false);
    }

    public NightRequest correction(LocalDate date) {
        return request(date, Terms.USUAL, true, false);
    }

    public NightRequest takeOver(LocalDate date) {
        return request(date, Terms.USUAL, false, true);
    }

    public NightRequest accepting(LocalDate date, Acceptance what) {
        return request(date, new Terms("", Set.of(what), false), false, false);
    }

    /** The same with another limit of rejected rows. */
    public static NightRequest with(NightRequest request, String maxRejects) {
        return request(
                request.date(),
                new Terms(maxRejects, request.terms().accepted(), false),
                request.correction(),
                request.attempt().takeOver());
    }

    private static NightRequest request(LocalDate date, Terms terms, boolean correction, boolean takeOver) {
        return new NightRequest(date, INPUT, OUTPUT, terms, correction, new Attempt(takeOver, null));
    }

    public NightOutcome run(LocalDate date) {
        return run(request(date));
    }

    public NightOutcome run(NightRequest request) {
        return runNight.run(request, begun -> {}, new StopToken());
    }

    /** Runs a plain night that arrives just now; returns its run. */
    public Run finish(LocalDate date) {
        return arrive(date).run(date).run();
    }

    /** Lets a plain night that arrives just now fail while it loads; returns its run. */
    public Run leaveLoading(LocalDate date) {
        breakOff(date, "take effect");
        return runs.loading().orElseThrow();
    }

    /** Lets a plain night that arrives just now fail once it allocates; returns its run. */
    public Run leaveUnfinished(LocalDate date) {
        breakOff(date, "allocate");
        return runs.unfinished().orElseThrow();
    }

    private void breakOff(LocalDate date, String step) {
        arrive(date);
        job.failAt(step, new IllegalStateException("broken"));
        Problems.failed(() -> run(date));
    }

    public Run now(Run run) {
        return runs.get(run.id());
    }
}
