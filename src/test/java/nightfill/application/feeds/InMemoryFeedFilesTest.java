package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

class InMemoryFeedFilesTest extends FeedFilesContract {

    private final InMemoryDisk disk = new InMemoryDisk();
    private final FeedFiles files = new InMemoryFeedFiles(disk, Path.of("/srv/home"));

    @Override
    protected FeedFiles files() {
        return files;
    }

    @Override
    protected Path directory() {
        return Path.of("/srv");
    }

    @Override
    protected void write(Path file, String text) {
        disk.write(file, text);
    }

    @Override
    protected void remove(Path file) throws IOException {
        disk.remove(file);
    }

    @Override
    protected String read(Path file) throws IOException {
        return disk.read(file);
    }
}
