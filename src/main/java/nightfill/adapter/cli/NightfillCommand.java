package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.adapter.cli.text.Failures;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line of Nightfill. */
@Command(
        name = "nightfill",
        description = "Allocates stock to customer orders, every night.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            GenerateCompletion.class,
            RunCommand.class,
            StatusCommand.class,
            StopCommand.class,
            AbandonCommand.class,
            TraceCommand.class,
            PublishCommand.class,
            VerifyCommand.class,
            SyncCommand.class,
            AuditCommand.class,
            AuditLogCommand.class,
            ReplayCommand.class,
            PurgeCommand.class,
            AccountCommand.class,
            ConsoleCommand.class,
            GenerateCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed (may pass), 2 wrong usage, 3 refused, 4 busy, 5 feeds changed since,",
            "6 stopped, 7 feeds not ready, 8 books do not balance, or verify or audit found a fault, 130/143 ended by a signal"
        })
public final class NightfillCommand implements Runnable {

    final CommandContext context;

    @Spec
    @Nullable
    CommandSpec spec;

    private NightfillCommand(CommandContext context) {
        this.context = context;
    }

    /** The command line, ready to execute arguments and to return the exit code. */
    public static CommandLine over(CommandContext context, Outlet outlet) {
        CommandLine line = new CommandLine(new NightfillCommand(context));
        line.registerConverter(Path.class, NightfillCommand::path);
        line.setOut(outlet.out()).setErr(outlet.err());
        line.setExecutionStrategy(parsed -> written(new RunLast().execute(parsed), outlet));
        line.setParameterExceptionHandler(NightfillCommand::wrongUsage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> new Failures(command.getErr()).of(failure));
        line.setExitCodeExceptionMapper(failure -> ExitCode.FAILED.number());
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "name a command");
    }

    /** An empty one would mean the working directory, which nobody who left a variable unset had in mind. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("a path is empty; name a directory or file");
        }
        return Path.of(text);
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
        command.getErr()
                .printf(
                        "nightfill: %s; see: %s --help%n",
                        Visible.shown(message), command.getCommandSpec().qualifiedName());
        return ExitCode.USAGE.number();
    }

    /** A result that nobody got, for a full disk or a closed pipe, is none. */
    private static int written(int exitCode, Outlet outlet) {
        if (exitCode != 0 || !outlet.out().checkError()) {
            return exitCode;
        }
        outlet.err()
                .println(
                        "nightfill: standard output cannot be written to; what the command does is done, but not shown");
        return ExitCode.FAILED.number();
    }

    /** Where a command writes: results here, errors and progress there. */
    public record Outlet(PrintWriter out, PrintWriter err) {

        /** Shows people a line. */
        public void note(String line) {
            err.println(Visible.shown(line));
        }
    }
}
