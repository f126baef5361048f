package nightfill.application.port;

import java.io.IOException;
import java.io.OutputStream;
import nightfill.application.sync.SyncManifest;

/** Puts a sync manifest into bytes, the same for the same manifest. */
public interface SyncManifestFormat {

    void write(SyncManifest manifest, OutputStream bytes) throws IOException;
}
