package nightfill.adapter.files.sync;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/**
 * The directory in a destination in which files are made before they are put in place. It is ours, and nobody else writes
 * there: what lies in it is what was copied.
 */
final class Staging implements Closeable {

    static final String NAME = ".nightfill-sync";
    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Entry place;
    private final OpenDirectory own;
    private final FileOperations operations;
    private final AtomicInteger names = new AtomicInteger();

    private Staging(Entry place, FileOperations operations) throws IOException {
        this.place = place;
        this.own = place.directory().enter(NAME);
        this.operations = operations;
    }

    /**
     * Enters the one in a destination, which is made if there is none, and closes both in the end.
     *
     * @throws NoSuchFileException where another sync has just removed it
     * @throws Problem (busy) while another's sync has its lock, (refused) when it is another's
     */
    static Staging in(OpenDirectory destination, FileOperations operations) throws IOException {
        try {
            return entered(new Entry(destination, NAME), operations);
        } catch (IOException | Problem e) {
            destination.close();
            throw e;
        }
    }

    private static Staging entered(Entry place, FileOperations operations) throws IOException {
        try {
            operations.createDirectory(place);
        } catch (FileAlreadyExistsException e) {
            requireDirectory(place);
        }
        Staging staging = new Staging(place, operations);
        try {
            staging.requireOurs();
            staging.keepOthersFromWriting();
            return staging;
        } catch (IOException | Problem e) {
            staging.own.close();
            throw e;
        }
    }

    private static void requireDirectory(Entry place) throws IOException {
        if (!place.attributes().isDirectory()) {
            throw Problem.refused(
                    "%s is not a directory, but syncs keep there what they copy".formatted(place.place()),
                    Remedy.mend("remove it"));
        }
    }

    /** Whoever owns the directory could change what lies in it. */
    private void requireOurs() throws IOException {
        UserPrincipal owner = own.attributes().owner();
        if (us().filter(owner::equals).isEmpty()) {
            throw LockFile.isTaken(lock())
                    ? busy()
                    : Problem.refused(
                            "%s belongs to %s, who could change what is copied there"
                                    .formatted(own.place(), owner.getName()),
                            Remedy.mend("remove it"));
        }
    }

    /** To whom a new file there belongs, for on some file systems we are somebody else; nobody where we may make none. */
    private Optional<UserPrincipal> us() throws IOException {
        Entry probe = new Entry(own, UUID.randomUUID().toString());
        try {
            probe.makeFile();
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
        UserPrincipal we = probe.attributes().owner();
        own.delete(probe.name());
        return Optional.of(we);
    }

    Problem busy() {
        return Problem.busy(
                "another sync is at work on %s".formatted(destination().place()),
                Remedy.mend("try again when it has ended"));
    }

    private void keepOthersFromWriting() throws IOException {
        if (!Collections.disjoint(own.attributes().permissions(), OTHERS_WRITE)) {
            own.share(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The directory that it lies in. */
    OpenDirectory destination() {
        return place.directory();
    }

    Entry lock() {
        return new Entry(own, LOCK);
    }

    /** A name that no file has yet. */
    Entry next() {
        return new Entry(own, Integer.toString(names.incrementAndGet()));
    }

    /** Removes what a sync left, but for the lock. */
    void clear() throws IOException {
        for (Entry left : Entry.toRemove(own)) {
            if (!left.equals(lock())) {
                operations.remove(left);
            }
        }
    }

    /** Removes the lock, and the directory unless another sync has come in, or has already left. */
    void remove() throws IOException {
        operations.delete(lock());
        try {
            operations.delete(place);
        } catch (DirectoryNotEmptyException e) {
            // the other's lock is there
        }
    }

    @Override
    public void close() {
        own.close();
        destination().close();
    }
}
