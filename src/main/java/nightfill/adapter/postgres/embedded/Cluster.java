package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.adapter.files.Durable;
import nightfill.adapter.postgres.embedded.Account.Ids;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Then;

/** The data directory: made once, and never taken for another version's. */
record Cluster(Layout layout, Account account) {

    static final String USER = "nightfill";

    void createIfMissing(Path programs) throws IOException {
        if (!Files.isDirectory(layout.data())) {
            Password.create(layout);
            account.takeOver(layout.password());
            Path unfinished = layout.unfinished(layout.data());
            initialize(programs, unfinished);
            Durable.rename(unfinished, layout.data());
        }
    }

    private void initialize(Path programs, Path directory) throws IOException {
        Command initdb = account.run(
                programs.resolve("initdb"),
                "--pgdata=" + directory,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + layout.password(),
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (initdb.output().contains("could not look up effective user")) {
            throw nameless();
        }
        if (!initdb.succeeded()) {
            throw Problem.failed("cannot make the embedded PostgreSQL's data directory %s: %s"
                    .formatted(layout.data(), ServerError.in(initdb.output())));
        }
    }

    /** As containers run under a number that they were given. */
    private Problem nameless() throws IOException {
        int user = Ids.ofOwner(layout.directory()).user();
        return Problem.usage(
                "the user that runs Nightfill, %d, has no name on this machine, and PostgreSQL's initdb wants one"
                        .formatted(user),
                Remedy.mend("add the line nightfill:x:%1$d:%1$d::/:/sbin/nologin to /etc/passwd".formatted(user)),
                Act.NAME_SERVER);
    }

    void requireVersion(Binaries binaries) throws IOException {
        String found = Files.readString(layout.data().resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw Problem.refused(
                    "%s was made by PostgreSQL %s, this Nightfill brings %s"
                            .formatted(layout.data(), found, binaries.version()),
                    Remedy.mend("go back to the Nightfill that made it"),
                    Remedy.mend("move its data with pg_dump and pg_restore to a server"),
                    new Then(Act.NAME_SERVER));
        }
    }
}
