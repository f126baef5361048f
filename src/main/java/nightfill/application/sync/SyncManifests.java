package nightfill.application.sync;

import java.io.IOException;
import java.nio.file.Path;

/** Where sync manifests are kept: chained for each destination, or in files that are named. */
public interface SyncManifests {

    /**
     * Looks ahead whether the manifest of the request can be kept.
     *
     * @throws nightfill.application.problem.Problem (usage) when it would go where no file can be, or into the sync itself
     */
    void requirePlace(SyncRequest request) throws IOException;

    /** Makes ready, before the first change, what the manifest of the request will be written in. */
    void prepare(SyncRequest request) throws IOException;

    /** Writes it to the named file or else at the end of its chain, whole and on disk; returns where it is. */
    Path write(SyncRequest request, SyncManifest manifest) throws IOException;
}
