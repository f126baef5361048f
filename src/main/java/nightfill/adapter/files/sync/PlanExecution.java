package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.Workers;
import nightfill.application.problem.StopToken;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Manifest;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;

/**
 * Carries out a plan: files whose copies follow each other at the same time, all else one by one.
 *
 * <p>Directories are forced to disk between deletes, changes and manifests: not even a loss of power leaves a manifest
 * without what it lists, or undoes a change but not the deletes after it. A name that the destination cannot carry
 * keeps no other file from being put there, but a manifest above it; and what is only to be deleted stays.
 */
final class PlanExecution {

    /** More than there are cores, for a thread that waits for the disk needs none. */
    private static final int THREADS = 8 * Runtime.getRuntime().availableProcessors();

    private final OpenDirectory source;
    private final Staging staging;
    private final Directories directories;
    private final FileOperations operations;
    private final StopToken stop;
    private final Consumer<SyncAction> done;
    private final NamesRefused names = new NamesRefused();

    PlanExecution(
            OpenDirectory source,
            Staging staging,
            Directories directories,
            FileOperations operations,
            StopToken stop,
            Consumer<SyncAction> done) {
        this.source = source;
        this.staging = staging;
        this.directories = directories;
        this.operations = operations;
        this.stop = stop;
        this.done = done;
    }

    private enum Phase {
        DELETE,
        CHANGE,
        MANIFEST;

        private static Phase of(SyncAction action) {
            if (action instanceof Delete) {
                return DELETE;
            }
            boolean manifest = ("/" + action.path()).endsWith("/" + Manifest.NAME);
            return manifest ? MANIFEST : CHANGE;
        }
    }

    void carryOut(List<SyncAction> plan) throws IOException {
        ContentReader reader = new ContentReader(stop);
        int end = endOfChanges(plan);
        Phase phase = null;
        for (int from = 0; from < plan.size(); ) {
            int copies = copies(plan, from);
            Phase next = Phase.of(plan.get(from));
            if (next != phase) {
                sync();
                phase = next;
            }
            if (copies > 1) {
                Workers.each(THREADS, plan.subList(from, from + copies), stop, this::carryOut);
            } else if (!isLeftOut(plan.get(from), from >= end)) {
                carryOut(plan.get(from), reader);
            }
            from += Math.max(1, copies);
        }
        names.requireNone();
    }

    /** Forces to disk what came and went. */
    void sync() throws IOException {
        Workers.each(
                THREADS,
                directories.takeChanged(),
                stop,
                (directory, reader) -> Entry.within(staging.destination(), directory, this::sync));
    }

    private OpenDirectory sync(OpenDirectory directory) throws IOException {
        operations.sync(directory);
        return directory;
    }

    /** Deletes before it make room; none behind it does. */
    private static int endOfChanges(List<SyncAction> plan) {
        int end = plan.size();
        while (end > 0 && Phase.of(plan.get(end - 1)) != Phase.CHANGE) {
            end--;
        }
        return end;
    }

    private boolean isLeftOut(SyncAction action, boolean afterChanges) {
        return switch (Phase.of(action)) {
            case DELETE -> afterChanges && names.keepFromDeleting(action.path());
            case CHANGE -> false;
            case MANIFEST -> names.keepFromListing(action.path());
        };
    }

    /** How many copies, not of manifests, follow each other. */
    private static int copies(List<SyncAction> plan, int from) {
        int to = from;
        while (to < plan.size() && plan.get(to) instanceof Copy && Phase.of(plan.get(to)) == Phase.CHANGE) {
            to++;
        }
        return to - from;
    }

    private void carryOut(SyncAction action, ContentReader reader) throws IOException {
        stop.heed();
        if (isCarriedOut(action, reader)) {
            report(action);
        }
    }

    /** False where the destination cannot carry the name. */
    private boolean isCarriedOut(SyncAction action, ContentReader reader) throws IOException {
        if (action instanceof Copy copy) {
            return isPut(copied(copy, reader), copy.path());
        }
        if (action instanceof Move move) {
            directories.changed(move.from());
            return Entry.at(staging.destination(), move.from(), from -> isPut(from, move.path()));
        }
        Entry.on(staging.destination(), action.path(), operations::delete);
        directories.changed(action.path());
        return true;
    }

    private Entry copied(Copy copy, ContentReader reader) throws IOException {
        Entry staged = staging.next();
        Content content = Entry.at(source, copy.path(), from -> operations.copy(reader, from, staged));
        if (!content.sha256().equals(copy.sha256())) {
            throw new FileSystemException(at(source, copy.path()).toString(), null, "it changed while it was read");
        }
        return staged;
    }

    private boolean isPut(Entry from, String path) throws IOException {
        try {
            directories.makeRoom(path);
            new FileInPlace(staging.destination(), path).put(from, operations);
            directories.changed(path);
            return true;
        } catch (FileSystemException e) {
            names.take(path, at(staging.destination(), path), e);
            return false;
        }
    }

    private static Path at(OpenDirectory root, String path) {
        return root.place().resolve(path);
    }

    private synchronized void report(SyncAction action) {
        done.accept(action);
    }
}
