package nightfill.application.feeds;

import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

class InMemoryFeedReaderTest extends FeedReaderContract {

    private final InMemoryDisk disk = new InMemoryDisk();

    @Override
    protected FeedReader reader() {
        return new InMemoryFeedReader(disk);
    }

    @Override
    protected ControlReader control() {
        return new InMemoryFeedReader(disk);
    }

    @Override
    protected Path write(String name, String text) {
        Path file = Path.of("/input").resolve(name);
        disk.write(file, text);
        return file;
    }
}
