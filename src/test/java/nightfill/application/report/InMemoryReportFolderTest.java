package nightfill.application.report;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

class InMemoryReportFolderTest extends ReportFolderContract {

    private final InMemoryDisk disk = new InMemoryDisk();
    private final ReportFolder folder =
            new InMemoryReportFolders(disk, new InMemorySummaries()).at(Path.of("/srv/reports"));

    @Override
    protected ReportFolder folder() {
        return folder;
    }

    @Override
    protected void alter(Path file) {
        disk.write(file, "altered");
    }

    @Override
    protected void remove(Path file) throws IOException {
        disk.remove(file);
    }

    @Override
    protected boolean exists(Path place) {
        return disk.exists(place);
    }
}
