package nightfill.application.report;

import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

/** OUTPUT, wherever it is named, on a disk in memory. */
public final class InMemoryReportFolders implements ReportFolders {

    private final InMemoryDisk disk;
    private final InMemorySummaries summaries;

    public InMemoryReportFolders(InMemoryDisk disk, InMemorySummaries summaries) {
        this.disk = disk;
        this.summaries = summaries;
    }

    @Override
    public ReportFolder at(Path output) {
        return new InMemoryReportFolder(disk, summaries, output);
    }
}
