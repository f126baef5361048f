package nightfill.adapter.files;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;
import nightfill.application.problem.Problem;

/** The log file in the home: a new one, also of a new day, is closed to others like all that is there. */
public final class ClosedLog<E> extends RollingFileAppender<E> {

    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name).toAbsolutePath();
        Path logs = file.resolveSibling("");
        makeDirectory(logs);
        ClosedHome.created(file);
        super.openFile(name);
    }

    /** Even that root was kept out of a home would be logged there; who asks for a log knows no problems. */
    private static void makeDirectory(Path logs) throws IOException {
        try {
            new ClosedHome(logs.resolveSibling("")).createDirectories(logs);
        } catch (Problem e) {
            throw new IOException(e.what(), e);
        }
    }
}
