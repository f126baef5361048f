package nightfill.application.report;

import java.nio.file.Path;

/** Opens OUTPUT wherever a command names it. */
public interface ReportFolders {

    ReportFolder at(Path output);
}
