package nightfill.application.sync;

import java.nio.file.Path;
import nightfill.harness.InMemoryDisk;

class InMemorySyncManifestsTest extends SyncManifestsContract {

    private final InMemoryDisk disk = new InMemoryDisk();

    InMemorySyncManifestsTest() {
        disk.makeDirectory(root().resolve("source"));
        disk.makeDirectory(root().resolve("destination"));
        disk.makeDirectory(root().resolve("home"));
    }

    @Override
    protected SyncManifests manifests() {
        return new InMemorySyncManifests(disk, root().resolve("home"));
    }

    @Override
    protected Path root() {
        return Path.of("/srv");
    }

    @Override
    protected boolean isFile(Path place) {
        return disk.isFile(place);
    }

    @Override
    protected void breakHome() {
        disk.breakDown(root().resolve("home"));
    }
}
