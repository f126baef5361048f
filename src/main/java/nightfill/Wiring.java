package nightfill;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import nightfill.adapter.csv.CsvControlReader;
import nightfill.adapter.csv.CsvFeedReader;
import nightfill.adapter.csv.CsvReportReader;
import nightfill.adapter.csv.CsvReportWriter;
import nightfill.adapter.files.feeds.FilesystemFeedFiles;
import nightfill.adapter.files.reports.FilesystemLogFiles;
import nightfill.adapter.files.reports.FilesystemRefusedRows;
import nightfill.adapter.files.reports.FilesystemReportFolder;
import nightfill.adapter.files.reports.ReportFormats;
import nightfill.adapter.files.sync.FilesystemFileTree;
import nightfill.adapter.files.sync.FilesystemSyncFiles;
import nightfill.adapter.files.sync.FilesystemSyncManifests;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.job.NightConfiguration;
import nightfill.adapter.json.JsonDataPackageFormat;
import nightfill.adapter.json.JsonSummaryFormat;
import nightfill.adapter.json.JsonSyncManifestFormat;
import nightfill.adapter.page.HtmlPageFormat;
import nightfill.adapter.postgres.history.PostgresExecutionRecords;
import nightfill.adapter.postgres.history.PostgresExecutions;
import nightfill.adapter.postgres.history.PostgresOrderHistory;
import nightfill.adapter.postgres.history.PostgresPastNights;
import nightfill.adapter.postgres.lock.PostgresFence;
import nightfill.adapter.postgres.lock.PostgresRunLock;
import nightfill.adapter.postgres.lock.WritePermit;
import nightfill.adapter.postgres.night.PostgresBatchRepository;
import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.adapter.postgres.night.PostgresRuns;
import nightfill.adapter.postgres.night.PostgresStaging;
import nightfill.adapter.postgres.recount.PostgresRecount;
import nightfill.adapter.postgres.report.PostgresPublications;
import nightfill.adapter.postgres.report.PostgresReportSource;
import nightfill.application.UseCases;
import nightfill.application.audit.AuditBooks;
import nightfill.application.audit.AuditRun;
import nightfill.application.audit.Recount;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.feeds.Staging;
import nightfill.application.night.AbandonRun;
import nightfill.application.night.BatchRepository;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightJob;
import nightfill.application.night.Progress;
import nightfill.application.night.RunNight;
import nightfill.application.night.RunPending;
import nightfill.application.night.TakeEffect;
import nightfill.application.night.WorkUnderLock;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.PruneDirectory;
import nightfill.application.publish.Publications;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.publish.PublishPlaces;
import nightfill.application.publish.PublishRuns;
import nightfill.application.replay.ReplayNight;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.ReportSource;
import nightfill.application.report.ReportWriter;
import nightfill.application.report.WriteReports;
import nightfill.application.restore.NightAfterRestore;
import nightfill.application.restore.RunAfterRestore;
import nightfill.application.run.Executions;
import nightfill.application.run.Fence;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.application.run.StopRun;
import nightfill.application.run.Transactions;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.Synchronize;
import nightfill.application.upkeep.PurgeNights;
import nightfill.application.verify.FileTree;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which class stands behind which port. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NightConfiguration.class)
public class Wiring {

    private static final Map<String, Object> SPRING = Map.of(
            "spring.batch.job.enabled", false,
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.isolation-level-for-create", "read_committed");

    /** Starts Spring over a database whose tables are up to date. */
    public static ConfigurableApplicationContext start(Settings settings, Database database, Progress progress) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(SPRING)
                .initializers(started -> {
                    GenericApplicationContext context = (GenericApplicationContext) started;
                    context.registerBean(Settings.class, () -> settings);
                    context.registerBean(Database.class, () -> database);
                    context.registerBean("dataSource", DataSource.class, database::pool);
                    context.registerBean(Progress.class, () -> progress);
                })
                .run();
    }

    @Bean
    Runs runs(JdbcClient jdbc) {
        return new PostgresRuns(jdbc);
    }

    @Bean
    Staging staging(DataSource dataSource) {
        return new PostgresStaging(dataSource);
    }

    @Bean
    Ledger ledger(DataSource dataSource) {
        return new PostgresLedger(dataSource);
    }

    @Bean
    BatchRepository batches(DataSource dataSource) {
        return new PostgresBatchRepository(dataSource);
    }

    @Bean
    ReportSource reportSource(DataSource dataSource) {
        return new PostgresReportSource(dataSource);
    }

    @Bean
    Recount recount(DataSource dataSource) {
        return new PostgresRecount(dataSource);
    }

    @Bean
    WritePermit writePermit() {
        return new WritePermit();
    }

    @Bean
    PostgresFence fence(DataSource dataSource, WritePermit permit) {
        return new PostgresFence(dataSource, permit);
    }

    @Bean
    RunLock runLock(Database database, Settings settings, WritePermit permit) {
        return new PostgresRunLock(database.connection(), settings.zone(), permit, database.sessions()::cut);
    }

    @Bean
    FeedReader feedReader() {
        return new CsvFeedReader();
    }

    @Bean
    ReportWriter reportWriter() {
        return new CsvReportWriter();
    }

    @Bean
    FeedFiles feedFiles(Settings settings, Fence fence) {
        return new FilesystemFeedFiles(settings.home(), fence);
    }

    @Bean
    RefusedRows refusedRows(Settings settings, ReportWriter writer, ReportSource source, Fence fence) {
        return new FilesystemRefusedRows(settings.home(), writer, source, fence);
    }

    @Bean
    ReportFolders reportFolders(ReportWriter writer, Fence fence) {
        ReportFormats formats = new ReportFormats(
                writer,
                new CsvReportReader(),
                new JsonSummaryFormat(),
                new JsonDataPackageFormat(),
                new HtmlPageFormat());
        return (Path output) -> new FilesystemReportFolder(output, formats, fence);
    }

    @Bean
    ChunkSize chunkSize(Settings settings) {
        return settings.chunkSize();
    }

    @Bean
    Clock clock(Settings settings) {
        return Clock.system(settings.zone());
    }

    @Bean
    AcceptFeeds acceptFeeds(FeedFiles files, FeedReader reader, Runs runs) {
        return new AcceptFeeds(files, reader, new CsvControlReader(), runs);
    }

    @Bean
    TakeEffect takeEffect(
            Runs runs, Ledger ledger, BatchRepository batches, RefusedRows refusedRows, Settings settings) {
        return new TakeEffect(runs, ledger, batches, refusedRows, settings.shrinkLimits());
    }

    @Bean
    WriteReports writeReports(Runs runs, ReportSource source) {
        return new WriteReports(runs, source);
    }

    @Bean
    AuditRun auditRun(Recount recount) {
        return new AuditRun(recount);
    }

    @Bean
    AuditBooks auditBooks(Runs runs, Recount recount, ReportFolders folders, PlatformTransactionManager transactions) {
        return new AuditBooks(runs, recount, folders, asOfOneMoment(transactions));
    }

    @Bean
    ReplayNight replayNight(
            Runs runs,
            FeedFiles files,
            FeedReader reader,
            DataSource dataSource,
            ReportFolders folders,
            PlatformTransactionManager transactions) {
        return new ReplayNight(
                runs, files, reader, new PostgresPastNights(dataSource), folders, asOfOneMoment(transactions));
    }

    @Bean
    PurgeNights purgeNights(
            Settings settings, Runs runs, FeedFiles files, JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        return new PurgeNights(
                new PostgresExecutionRecords(jdbc, work -> template.executeWithoutResult(status -> work.run())),
                new FilesystemLogFiles(settings.home().resolve("logs")),
                runs,
                files);
    }

    /** Shows one state of the data throughout, and changes nothing. */
    private static Transactions asOfOneMoment(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        return work -> template.executeWithoutResult(status -> work.run());
    }

    @Bean
    WorkUnderLock workUnderLock(RunLock lock) {
        return new WorkUnderLock(lock);
    }

    @Bean
    RunNight runNight(
            WorkUnderLock underLock,
            Runs runs,
            Fence fence,
            AcceptFeeds acceptFeeds,
            FeedFiles files,
            ReportFolders folders,
            NightJob job) {
        return new RunNight(underLock, new RunNight.Means(runs, fence, acceptFeeds, files, folders, job));
    }

    @Bean
    RunAfterRestore runAfterRestore(
            WorkUnderLock underLock,
            Runs runs,
            Ledger ledger,
            Fence fence,
            FeedFiles files,
            NightJob job,
            ReportFolders folders) {
        return new RunAfterRestore(underLock, new NightAfterRestore.Work(runs, ledger, fence, files, job), folders);
    }

    @Bean
    AbandonRun abandonRun(RunLock lock, Runs runs, Ledger ledger, FeedFiles files, ReportFolders folders, Fence fence) {
        return new AbandonRun(lock, runs, ledger, files, folders, fence);
    }

    @Bean
    Executions executions(JdbcClient jdbc) {
        return new PostgresExecutions(jdbc);
    }

    @Bean
    SyncFiles syncFiles() {
        return new FilesystemSyncFiles();
    }

    @Bean
    Synchronize synchronize(SyncFiles files, Settings settings) {
        return new Synchronize(files, new FilesystemSyncManifests(settings.home(), new JsonSyncManifestFormat()));
    }

    @Bean
    FileTree fileTree() {
        return new FilesystemFileTree();
    }

    @Bean
    Publications publications(JdbcClient jdbc) {
        return new PostgresPublications(jdbc);
    }

    @Bean
    PublishRuns publishRuns(
            Runs runs,
            Publications publications,
            ReportFolders folders,
            FileTree tree,
            Synchronize synchronize,
            Progress progress) {
        return new PublishRuns(runs, publications, folders, tree, synchronize, progress);
    }

    @Bean
    PublishPlaces publishPlaces(SyncFiles files, Settings settings) {
        return new PublishPlaces(files, settings.kept());
    }

    @Bean
    DeliverNights deliverNights(
            RunNight runNight,
            FeedFiles files,
            Runs runs,
            PublishRuns publishRuns,
            PublishPlaces places,
            Publications publications,
            RunAfterRestore runAfterRestore) {
        return new DeliverNights(
                runNight, new RunPending(runNight, files, runs), runAfterRestore, publishRuns, places, publications);
    }

    @Bean
    PublishDirectory publishDirectory(
            PublishPlaces places,
            Runs runs,
            ReportFolders folders,
            FileTree tree,
            Synchronize synchronize,
            PublishRuns publishRuns,
            Publications publications) {
        return new PublishDirectory(
                places, new PruneDirectory(runs, folders, tree, synchronize), publishRuns, publications);
    }

    @Bean
    UseCases useCases(
            RunNight runNight,
            DeliverNights deliverNights,
            PublishDirectory publishDirectory,
            AbandonRun abandonRun,
            Executions executions,
            RunLock lock,
            JdbcClient jdbc,
            ReportFolders folders,
            AuditBooks auditBooks,
            ReplayNight replayNight,
            PurgeNights purgeNights) {
        return new UseCases(
                runNight,
                deliverNights,
                publishDirectory,
                abandonRun,
                new StopRun(executions, lock),
                executions,
                new PostgresOrderHistory(jdbc),
                folders,
                auditBooks,
                replayNight,
                purgeNights);
    }
}
