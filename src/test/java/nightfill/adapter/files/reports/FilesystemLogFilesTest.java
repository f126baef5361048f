package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.upkeep.LogFiles;
import nightfill.application.upkeep.LogFilesContract;
import org.junit.jupiter.api.io.TempDir;

class FilesystemLogFilesTest extends LogFilesContract {

    @TempDir
    private Path home;

    @Override
    protected LogFiles logs() {
        return new FilesystemLogFiles(home.resolve("logs"));
    }

    @Override
    protected void write(String name) throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("logs").resolve(name), "log");
    }

    @Override
    protected List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
