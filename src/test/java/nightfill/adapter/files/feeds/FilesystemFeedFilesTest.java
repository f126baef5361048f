package nightfill.adapter.files.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedFilesContract;
import nightfill.application.run.OpenFence;
import org.junit.jupiter.api.io.TempDir;

class FilesystemFeedFilesTest extends FeedFilesContract {

    @TempDir
    private Path directory;

    @Override
    protected FeedFiles files() {
        return new FilesystemFeedFiles(directory.resolve("home"), new OpenFence());
    }

    @Override
    protected Path directory() {
        return directory;
    }

    @Override
    protected void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    @Override
    protected void remove(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    protected String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
