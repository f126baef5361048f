package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.adapter.files.Durable;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Then;

/** The data directory: made once, and never taken for another version's. */
record Cluster(Layout layout, Account account) {

    static final String USER = "nightfill";
    private static final Pattern NAMELESS = Pattern.compile("could not look up effective user ID (\\d+)");

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
        Matcher nameless = NAMELESS.matcher(initdb.output());
        if (nameless.find()) {
            throw nameless(nameless.group(1));
        }
        if (!initdb.succeeded()) {
            throw Problem.failed("cannot make the embedded PostgreSQL's data directory %s: %s"
                    .formatted(layout.data(), ServerError.in(initdb.output())));
        }
    }

    /** As containers run under a number that they were given. */
    private static Problem nameless(String user) {
        return Problem.usage(
                "the user that runs Nightfill, %s, has no name on this machine, and PostgreSQL's initdb wants one"
                        .formatted(user),
                Remedy.mend("add the line nightfill:x:%1$s:%1$s::/:/sbin/nologin to /etc/passwd".formatted(user)),
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
