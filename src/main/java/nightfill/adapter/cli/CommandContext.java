package nightfill.adapter.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import nightfill.application.UseCases;
import nightfill.application.access.Audited.Asked;
import nightfill.application.act.Places;
import nightfill.application.problem.StopToken;
import nightfill.application.sample.GenerateNight;
import nightfill.application.sync.Synchronize;
import nightfill.application.verify.VerifyDirectory;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.run.Purchasing;
import org.jspecify.annotations.Nullable;

/** Where commands work: what is there at once, and what has to be started first. */
public interface CommandContext {

    /** Where reports go unless a command names another place. */
    Path output();

    /** How nights listen to purchasing. */
    Purchasing purchasing();

    /** The day it is in the zone of the business dates. */
    LocalDate today();

    GenerateNight generateNight();

    VerifyDirectory verifyDirectory();

    /** What a signal stops the command's work by. */
    StopToken stop();

    /** Lets the command sync. */
    void withSync(Consumer<Synchronize> command);

    /**
     * Serves the admin console until a signal arrives; says where, as soon as it answers.
     *
     * @param nights where those that it starts find and leave their files
     */
    void serveConsole(ConsolePlace place, Places nights, Consumer<URI> ready);

    /**
     * Where the console listens.
     *
     * @param port 0 for any
     * @param behindProxy whether what it hears comes from a proxy that says who asked
     * @param keyStore what it takes to speak TLS; null where it does not
     */
    record ConsolePlace(
            String address,
            int port,
            boolean behindProxy,
            @Nullable Path keyStore) {}

    /** Starts what a database takes, lets the command work, and ends it all again. */
    void withDatabase(Consumer<UseCases> command);

    /** Who gave the command. */
    Actor actor();

    /** The same for work that the audit trail says who asked for, and what came of it. */
    void audited(Request request, AuditedWork work);

    /** Returns what came of it, in a line. */
    interface AuditedWork {

        String run(UseCases useCases, Asked asked);
    }
}
