package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.adapter.files.Durable;
import nightfill.adapter.json.JsonSyncManifestFormat;
import nightfill.application.sync.SyncManifests;
import nightfill.application.sync.SyncManifestsContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KeptSyncManifestsTest extends SyncManifestsContract {

    @TempDir
    private Path root;

    @BeforeEach
    void makeDirectories() throws IOException {
        for (String name : new String[] {"source", "destination", "home"}) {
            Files.createDirectory(root.resolve(name));
        }
    }

    @Override
    protected SyncManifests manifests() {
        return new FilesystemSyncManifests(root.resolve("home"), new JsonSyncManifestFormat());
    }

    @Override
    protected Path root() {
        return root;
    }

    @Override
    protected boolean isFile(Path place) {
        return Files.isRegularFile(place);
    }

    @Override
    protected void breakHome() throws IOException {
        Durable.remove(root.resolve("home"));
        Files.createFile(root.resolve("home"));
    }
}
