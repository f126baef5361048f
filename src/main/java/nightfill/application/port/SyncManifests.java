package nightfill.application.port;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.application.sync.SyncManifest;
import nightfill.application.sync.SyncOrder;

/** Where sync manifests are kept: chained for each destination, or in files that are named. */
public interface SyncManifests {

    /**
     * Looks ahead whether the manifest of the order can be kept.
     *
     * @throws nightfill.application.Problem (usage) when it would go where no file can be, or into the sync itself
     */
    void requirePlace(SyncOrder order) throws IOException;

    /**
     * Makes ready, before the first change, what the manifest of the order will be written in.
     *
     * @throws IOException when nothing can be written there
     */
    void prepare(SyncOrder order) throws IOException;

    /** Writes it to the named file or else at the end of its chain, whole and on disk; tells where it is. */
    Path write(SyncOrder order, SyncManifest manifest) throws IOException;
}
