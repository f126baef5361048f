package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Consumer;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Tree;
import nightfill.domain.sync.SyncAction;

/** A destination locked by a file in its staging directory; what a killed sync staged is removed. */
record FilesystemDestinationLock(
        SyncRoute route,
        FileOperations operations,
        StopToken stop,
        MadeDirectories made,
        Staging staging,
        LockFile lock)
        implements DestinationLock {

    private static final int ATTEMPTS = 100;

    /** Tries again where another sync, which is just ending, has removed the directories. */
    static DestinationLock of(SyncRoute route, FileOperations operations, StopToken stop) throws IOException {
        MadeDirectories made = new MadeDirectories(operations);
        for (int attempt = 1; ; attempt++) {
            try {
                return of(route, operations, stop, made);
            } catch (IOException | Problem e) {
                made.takeBack();
                if (!(e instanceof NoSuchFileException) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static DestinationLock of(SyncRoute route, FileOperations operations, StopToken stop, MadeDirectories made)
            throws IOException {
        Staging staging = Staging.in(made.open(route.destination()), operations);
        try {
            LockFile lock = LockFile.take(staging.lock()).orElseThrow(staging::busy);
            FilesystemDestinationLock taken =
                    new FilesystemDestinationLock(route, operations, stop, made, staging, lock);
            taken.clear();
            return taken;
        } catch (IOException | Problem e) {
            staging.close();
            throw e;
        }
    }

    private void clear() throws IOException {
        try {
            staging.clear();
        } catch (IOException e) {
            // the lock goes, whatever becomes of its file
            try (lock) {
                throw e;
            }
        }
    }

    @Override
    public void carryOut(Tree source, Tree destination, List<SyncAction> plan, Consumer<SyncAction> done)
            throws IOException {
        made.keep();
        try (OpenDirectory from = OpenDirectory.ofReal(route.source())) {
            Directories directories = new Directories(staging.destination(), destination.directories(), operations);
            PlanExecution execution = new PlanExecution(from, staging, directories, operations, stop, done);
            execution.carryOut(plan);
            directories.prune(source.directories());
            execution.sync();
        }
        requireInPlace();
    }

    /** Who may rename above the destination can give its name to another directory meanwhile. */
    private void requireInPlace() throws IOException {
        try (OpenDirectory above = OpenDirectory.ofReal(route.destination().resolveSibling(""))) {
            if (!above.holds(Entries.name(route.destination()), staging.destination())) {
                throw new FileSystemException(
                        route.destination().toString(), null, "it was replaced by somebody while it was synced");
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock;
                staging) {
            staging.clear();
            staging.remove();
            made.takeBack();
        }
    }
}
