package nightfill.application.sync;

import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

class InMemorySyncFilesTest extends SyncFilesContract {

    private final InMemoryDisk disk = new InMemoryDisk();
    private final InMemorySyncFiles files = new InMemorySyncFiles(disk);

    @Override
    protected SyncFiles files() {
        return files;
    }

    @Override
    protected Path root() {
        return Path.of("/srv");
    }

    @Override
    protected void write(Path file, String text) {
        disk.write(file, text);
    }

    @Override
    protected void makeDirectory(Path directory) {
        disk.makeDirectory(directory);
    }

    @Override
    protected boolean isDirectory(Path place) {
        return disk.isDirectory(place);
    }

    @Override
    protected void makeLink(Path place) {
        disk.makeOther(place, "link");
    }
}
