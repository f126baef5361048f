package nightfill.application.port;

import java.nio.file.Path;

/** Opens OUTPUT wherever a command names it. */
public interface ReportFolders {

    ReportFolder at(Path output);
}
