package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.application.feeds.ControlReader;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.FeedReaderContract;
import org.junit.jupiter.api.io.TempDir;

class CsvReadersTest extends FeedReaderContract {

    @TempDir
    private Path directory;

    @Override
    protected FeedReader reader() {
        return new CsvFeedReader();
    }

    @Override
    protected ControlReader control() {
        return new CsvControlReader();
    }

    @Override
    protected Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
