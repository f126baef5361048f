package nightfill;

import java.util.List;
import nightfill.adapter.csv.CsvControlReader;
import nightfill.adapter.csv.CsvFeedReader;
import nightfill.adapter.csv.CsvReportReader;
import nightfill.adapter.csv.CsvReportWriter;
import nightfill.adapter.files.Inbox;
import nightfill.adapter.files.feeds.FilesystemFeedFiles;
import nightfill.adapter.files.reports.FilesystemLogFiles;
import nightfill.adapter.files.reports.FilesystemRefusedRows;
import nightfill.adapter.files.reports.FilesystemReportFolder;
import nightfill.adapter.files.reports.ReportFormats;
import nightfill.adapter.files.sync.FilesystemFileTree;
import nightfill.adapter.files.sync.FilesystemSyncFiles;
import nightfill.adapter.files.sync.FilesystemSyncManifests;
import nightfill.adapter.json.JsonDataPackageFormat;
import nightfill.adapter.json.JsonSummaryFormat;
import nightfill.adapter.json.JsonSyncManifestFormat;
import nightfill.adapter.page.HtmlPageFormat;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.report.ReportFolders;
import nightfill.application.report.ReportSource;
import nightfill.application.report.ReportWriter;
import nightfill.application.run.Fence;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.SyncManifests;
import nightfill.application.upkeep.LogFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What lies in files, and how they are written and read. */
@Configuration(proxyBeanMethods = false)
class FilesBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            CsvFeedReader.class,
            CsvControlReader.class,
            CsvReportWriter.class,
            CsvReportReader.class,
            JsonSummaryFormat.class,
            JsonDataPackageFormat.class,
            HtmlPageFormat.class,
            ReportFormats.class,
            FilesystemFileTree.class);

    @Bean
    Inbox inbox(Settings settings) {
        return new Inbox(settings.feeds().inputRoots());
    }

    @Bean
    FeedFiles feedFiles(Settings settings, Inbox inbox, Fence fence) {
        return new FilesystemFeedFiles(settings.home(), inbox, fence);
    }

    @Bean
    RefusedRows refusedRows(Settings settings, ReportWriter writer, ReportSource source, Fence fence) {
        return new FilesystemRefusedRows(settings.home(), writer, source, fence);
    }

    @Bean
    ReportFolders reportFolders(ReportFormats formats, Fence fence) {
        return output -> new FilesystemReportFolder(output, formats, fence);
    }

    @Bean
    SyncFiles syncFiles() {
        return new FilesystemSyncFiles();
    }

    @Bean
    SyncManifests syncManifests(Settings settings) {
        return new FilesystemSyncManifests(settings.home(), new JsonSyncManifestFormat());
    }

    @Bean
    LogFiles logFiles(Settings settings) {
        return new FilesystemLogFiles(settings.home().resolve("logs"), settings.zone());
    }
}
