package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.adapter.files.ClosedHome;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import org.apache.commons.io.function.IOFunction;
import org.apache.commons.io.function.IORunnable;
import org.apache.commons.io.function.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the server of a home: each process by a shared file lock that dies with it, each use within this process by
 * a count. Coming and going happen one at a time on the whole machine.
 */
final class Users {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Map<Path, Users> OF_DIRECTORY = new ConcurrentHashMap<>();

    private final Layout layout;
    private int count;
    private @Nullable FileChannel shared;

    private Users(Layout layout) {
        this.layout = layout;
    }

    static Users of(Layout layout) {
        return OF_DIRECTORY.computeIfAbsent(layout.directory(), directory -> new Users(layout));
    }

    /** @param newcomer is given whether no process of this home came before */
    synchronized <T> T enter(IOFunction<Boolean, T> newcomer) throws IOException {
        return inTurn(() -> {
            try {
                T result = newcomer.apply(share());
                count++;
                return result;
            } finally {
                closeUnused();
            }
        });
    }

    synchronized void leave(IORunnable whenLast) throws IOException {
        inTurn(() -> {
            count--;
            closeUnused();
            if (count == 0 && isLast()) {
                whenLast.run();
            }
            return count;
        });
    }

    /** While nobody else comes or goes. */
    private <T> T inTurn(IOSupplier<T> turn) throws IOException {
        try (FileChannel lock = open(layout.startLock())) {
            Deadline deadline = Deadline.in(LIMIT);
            while (lock.tryLock() == null) {
                deadline.pauseOr(this::heldTooLong);
            }
            return turn.get();
        }
    }

    private Problem heldTooLong() {
        return Problem.failed(
                "another Nightfill process has held %s for %d s".formatted(layout.startLock(), LIMIT.toSeconds()),
                Remedy.mend("end it"));
    }

    /** Joins those who use the server, and returns whether there was none. */
    private boolean share() throws IOException {
        if (shared != null) {
            return false;
        }
        shared = open(layout.usersLock());
        FileLock exclusive = shared.tryLock();
        if (exclusive != null) {
            exclusive.release();
        }
        if (shared.tryLock(0, Long.MAX_VALUE, true) == null) {
            throw new IOException("cannot lock " + layout.usersLock());
        }
        return exclusive != null;
    }

    private void closeUnused() throws IOException {
        if (count == 0 && shared != null) {
            shared.close();
            shared = null;
        }
    }

    private boolean isLast() throws IOException {
        try (FileChannel users = open(layout.usersLock())) {
            return users.tryLock() != null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(ClosedHome.created(file), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
