package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import org.slf4j.LoggerFactory;

/** Ends a server: as gently as it lets itself be ended in time, for whatever it loses by force, crash recovery heals. */
record Shutdown(Layout layout, Account account, Path programs) {

    /** Longer than the last checkpoint takes. */
    private static final Duration FAST = Duration.ofSeconds(20);

    /** Longer than PostgreSQL itself waits before it kills its own processes. */
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    /** The others notice at once that the first one has gone, unless they are hung themselves. */
    private static final Duration ORPHANED = Duration.ofSeconds(2);

    private static final Duration BY_FORCE = Duration.ofSeconds(5);

    /** Lets it write what it holds first. */
    void orderly() throws IOException {
        if (!stops("fast", FAST)) {
            now();
        }
    }

    /** Lets it write nothing any more. */
    void now() throws IOException {
        LoggerFactory.getLogger(Shutdown.class)
                .warn("The embedded PostgreSQL in {} does not stop, and is ended", layout.data());
        if (!stops("immediate", IMMEDIATE)) {
            kill();
        }
    }

    private boolean stops(String mode, Duration limit) throws IOException {
        if (PostmasterFile.read(layout.data()).isAlive()) {
            account.run(
                    programs.resolve("pg_ctl"),
                    "stop",
                    "--pgdata=" + layout.data(),
                    "--wait",
                    "--timeout=" + limit.toSeconds(),
                    "--mode=" + mode);
        }
        return !PostmasterFile.read(layout.data()).isAlive();
    }

    /** Ends what is left of a server whose first process was killed, and which would keep the next one from starting. */
    void endOrphans() throws IOException {
        Deadline deadline = Deadline.in(ORPHANED);
        while (!living().isEmpty() && !deadline.isOver()) {
            Deadline.pause();
        }
        kill();
    }

    private void kill() throws IOException {
        Deadline deadline = Deadline.in(BY_FORCE);
        for (ServerProcesses left = living(); !left.isEmpty(); left = living()) {
            left.kill();
            deadline.pauseOr(this::undying);
        }
    }

    private ServerProcesses living() throws IOException {
        return ServerProcesses.of(layout.data());
    }

    private Problem undying() {
        return Problem.failed(
                "the embedded PostgreSQL in %s cannot be ended".formatted(layout.data()),
                Remedy.mend("see what its disk does, or restart the machine"));
    }
}
