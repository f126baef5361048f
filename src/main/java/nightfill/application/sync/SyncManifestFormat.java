package nightfill.application.sync;

import java.io.IOException;
import java.io.OutputStream;

/** Puts a sync manifest into bytes, the same for the same manifest. */
public interface SyncManifestFormat {

    void write(SyncManifest manifest, OutputStream bytes) throws IOException;
}
