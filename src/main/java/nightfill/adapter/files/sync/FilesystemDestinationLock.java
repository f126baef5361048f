package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
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

    static DestinationLock of(SyncRoute route, FileOperations operations, StopToken stop) throws IOException {
        MadeDirectories made = new MadeDirectories(operations);
        Staging staging = new Staging(route.destination(), operations);
        LockFile lock = lock(made, staging, route).orElseThrow(() -> busy(route));
        FilesystemDestinationLock taken = new FilesystemDestinationLock(route, operations, stop, made, staging, lock);
        try {
            staging.clear();
            return taken;
        } catch (IOException e) {
            // the lock goes, whatever becomes of its file
            try (lock) {
                throw e;
            }
        }
    }

    /** Tries again where another sync, which is just ending, has removed the directories. */
    private static Optional<LockFile> lock(MadeDirectories made, Staging staging, SyncRoute route) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                made.make(route.destination());
                staging.create();
                return LockFile.take(staging.lock());
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Problem busy(SyncRoute route) {
        return Problem.busy(
                "another sync is at work on %s".formatted(route.destination()),
                Remedy.mend("try again when it has ended"));
    }

    @Override
    public void carryOut(Tree source, Tree destination, List<SyncAction> plan, Consumer<SyncAction> done)
            throws IOException {
        made.keep();
        Directories directories = new Directories(route.destination(), destination.directories(), operations);
        PlanExecution execution = new PlanExecution(route, staging, directories, operations, stop, done);
        execution.carryOut(plan);
        directories.prune(source.directories());
        execution.sync();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            staging.clear();
            staging.remove();
            made.takeBack();
        }
    }
}
