package nightfill.adapter.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import nightfill.application.UseCases;
import nightfill.application.problem.StopToken;
import nightfill.application.sample.GenerateNight;
import nightfill.application.sync.Synchronize;
import nightfill.application.verify.VerifyDirectory;

/** Where commands work: what is there at once, and what has to be started first. */
public interface CommandContext {

    /** Where reports go unless a command names another place. */
    Path output();

    /** The day it is in the zone of the business dates. */
    LocalDate today();

    GenerateNight generateNight();

    VerifyDirectory verifyDirectory();

    /** What a signal stops the command's work by. */
    StopToken stop();

    /** Lets the command sync. */
    void withSync(Consumer<Synchronize> command);

    /** Starts what a database takes, lets the command work, and ends it all again. */
    void withDatabase(Consumer<UseCases> command);
}
