package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.SyncFilesContract;
import org.junit.jupiter.api.io.TempDir;

class FilesystemSyncFilesTest extends SyncFilesContract {

    @TempDir
    private Path root;

    @Override
    protected SyncFiles files() {
        return new FilesystemSyncFiles();
    }

    @Override
    protected Path root() {
        return root;
    }

    @Override
    protected void write(Path file, String text) {
        TwoDirectories.write(file, text);
    }

    @Override
    protected void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    protected boolean isDirectory(Path place) {
        return Files.isDirectory(place);
    }

    @Override
    protected void makeLink(Path place) throws IOException {
        Files.createSymbolicLink(place, root);
    }
}
