package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the server of a home: each process by a shared file lock that dies with it, each use within this process by
 * a count. Coming and going happen one at a time on the whole machine.
 */
final class Users {

    private static final Duration LIMIT = Duration.ofMinutes(6);
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

    /** What is done while nobody else comes or goes. */
    interface Turn<T> {
        T take() throws IOException;
    }

    /** What a newcomer does, given whether no process of this home came before. */
    interface Newcomer<T> {
        T enter(boolean alone) throws IOException;
    }

    /** What the last one does. */
    interface Stop {
        void stop() throws IOException;
    }

    synchronized <T> T enter(Newcomer<T> newcomer) throws IOException {
        return inTurn(() -> {
            try {
                T result = newcomer.enter(share());
                count++;
                return result;
            } finally {
                closeUnused();
            }
        });
    }

    synchronized void leave(Stop whenLast) throws IOException {
        inTurn(() -> {
            count--;
            closeUnused();
            if (count == 0 && isLast()) {
                whenLast.stop();
            }
            return count;
        });
    }

    private <T> T inTurn(Turn<T> turn) throws IOException {
        try (FileChannel lock = open(layout.startLock())) {
            Deadline deadline = Deadline.in(LIMIT);
            while (lock.tryLock() == null) {
                deadline.pauseOr(this::heldTooLong);
            }
            return turn.take();
        }
    }

    private Problem heldTooLong() {
        return Problem.failed(
                "another Nightfill process has held %s for %d minutes".formatted(layout.startLock(), LIMIT.toMinutes()),
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
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
