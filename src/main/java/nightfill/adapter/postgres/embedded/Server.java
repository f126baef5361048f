package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nightfill.adapter.postgres.embedded.ServerProbe.Answer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** Starts the server of a data directory, takes up one that runs already, and stops it. */
record Server(Layout layout, Account account, Path programs) {

    /** Crash recovery may take longer after a long night, on a slow disk; the next one to come finds it further on. */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    /** How long a server may be on its way out, or say nothing, before whoever finds it so ends it. */
    private static final Duration LINGERING = Duration.ofSeconds(7);

    /** How long a server that recovers is waited for before it is left to whoever comes next. */
    private static final Duration RECOVERING = Duration.ofSeconds(10);

    /** Returns when it runs, and starts it if it did not. */
    void ensureRunning(boolean alone, String password) throws IOException {
        Deadline deadline = Deadline.in(LIMIT);
        Deadline lingering = Deadline.in(LINGERING);
        while (true) {
            PostmasterFile postmaster = PostmasterFile.read(layout.data());
            Answer answer = ServerProbe.ask(layout, postmaster, password);
            if (answer == Answer.OPEN) {
                return;
            } else if (answer == Answer.FORMER) {
                endFormer(alone);
            } else if (!postmaster.isAlive()) {
                Machine.requireThisOne(layout, alone || postmaster.isAbsent());
                postmaster.disown();
                start(deadline);
            } else if (!isStuck(postmaster, answer, alone)) {
                lingering = Deadline.in(LINGERING);
                deadline.pauseOr(() -> notReady("it is still starting or stopping"));
            } else if (lingering.isOver()) {
                shutdown().now();
            } else {
                deadline.pauseOr(() -> notReady("it is still starting or stopping"));
            }
        }
    }

    /** Which nobody uses any more, or only a process that cannot do without it. */
    private void endFormer(boolean alone) throws IOException {
        if (!alone) {
            throw Problem.busy(
                    "%s is in use by a Nightfill of a former version".formatted(layout.directory()),
                    Remedy.mend("end that one"));
        }
        shutdown().orderly();
    }

    /** One that recovers is none; nor is one that only we cannot reach while others work with it. */
    private boolean isStuck(PostmasterFile postmaster, Answer answer, boolean alone) throws IOException {
        return switch (answer) {
            case OPEN, FORMER -> false;
            case STARTING -> !recovers();
            case STOPPING -> true;
            case NONE -> alone || postmaster.isStopping();
        };
    }

    /** Where the process that does it was killed as well, PostgreSQL 18.4 may wait for it for ever. */
    private boolean recovers() throws IOException {
        return ServerProcesses.of(layout.data()).recover();
    }

    /** Starts it, or returns without where another try may succeed. */
    private void start(Deadline deadline) throws IOException {
        shutdown().endOrphans();
        Machine.remember(layout);
        Settings.write(layout, account);
        // the process that it names is dead, and its number may be a stranger's by now
        Files.deleteIfExists(layout.data().resolve(UnixSockets.NAME + ".lock"));
        ServerLog log = ServerLog.from(layout.log());
        Command start = control(deadline);
        if (!start.succeeded() && !PostmasterFile.read(layout.data()).isAlive()) {
            String said = log.news(start.output());
            if (!isPassing(said)) {
                throw notReady(ServerError.in(said));
            }
            deadline.pauseOr(() -> notReady(ServerError.in(said)));
        }
    }

    /** A dead server's last process lingers, or a killed Nightfill's start comes through. */
    private static boolean isPassing(String said) {
        return said.contains("is still in use") || said.contains("lock file \"postmaster.pid\" already exists");
    }

    private Problem notReady(String why) {
        return Problem.failed(
                "the embedded PostgreSQL in %s is not ready: %s".formatted(layout.data(), why),
                Remedy.mend("see %s, then run again".formatted(layout.log())));
    }

    /**
     * Stops it, or leaves one that recovers to whoever comes next: stopped then, PostgreSQL may never end.
     *
     * @throws Problem (failed) when it was left running
     */
    void stop(String password) throws IOException {
        Deadline recovering = Deadline.in(RECOVERING);
        Deadline lingering = Deadline.in(LINGERING);
        while (ServerProbe.ask(layout, PostmasterFile.read(layout.data()), password) == Answer.STARTING) {
            if (recovers()) {
                lingering = Deadline.in(LINGERING);
            } else if (lingering.isOver()) {
                shutdown().now();
                return;
            }
            recovering.pauseOr(() -> notReady("it is still recovering"));
        }
        shutdown().orderly();
    }

    private Shutdown shutdown() {
        return new Shutdown(layout, account, programs);
    }

    private Command control(Deadline deadline) throws IOException {
        return account.run(
                programs.resolve("pg_ctl"),
                "start",
                "--pgdata=" + layout.data(),
                "--wait",
                "--timeout=" + deadline.seconds(),
                "--options=" + Settings.options(),
                "--log=" + layout.log());
    }
}
