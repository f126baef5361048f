package nightfill.application.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.harness.InMemoryDisk;

class InMemoryLogFilesTest extends LogFilesContract {

    private static final Path LOGS = Path.of("/home/logs");

    private final InMemoryDisk disk = new InMemoryDisk();

    @Override
    protected LogFiles logs() {
        return new InMemoryLogFiles(disk, LOGS);
    }

    @Override
    protected void write(String name) {
        disk.write(LOGS.resolve(name), "log");
    }

    @Override
    protected List<String> names() throws IOException {
        return disk.names(LOGS);
    }
}
