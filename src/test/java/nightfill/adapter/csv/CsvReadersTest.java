package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.ControlReader;
import nightfill.application.feeds.FeedReader;
import nightfill.application.feeds.FeedReaderContract;
import org.junit.jupiter.api.io.TempDir;

class CsvReadersTest extends FeedReaderContract {

    @TempDir
    private Path directory;

    @Override
    protected FeedReader reader() {
        return new CsvFeedReader(new Inbox(List.of()));
    }

    @Override
    protected ControlReader control() {
        return new CsvControlReader(new Inbox(List.of()));
    }

    @Override
    protected Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
