package nightfill.adapter.files;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;

/** The log file in the home: a new one, also of a new day, is closed to others like all that is there. */
public final class ClosedLog<E> extends RollingFileAppender<E> {

    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name).toAbsolutePath();
        Path logs = file.resolveSibling("");
        new ClosedHome(logs.resolveSibling("")).createDirectories(logs);
        ClosedHome.created(file);
        super.openFile(name);
    }
}
