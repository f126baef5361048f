package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints what it did. */
abstract class PrintingCommand implements Runnable {

    final CommandContext context;

    @Spec
    @Nullable
    CommandSpec spec;

    PrintingCommand(CommandContext context) {
        this.context = context;
    }

    /** For results. */
    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** For notes. */
    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
