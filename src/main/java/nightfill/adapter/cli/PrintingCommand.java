package nightfill.adapter.cli;

import java.io.PrintWriter;
import java.util.Objects;
import nightfill.adapter.cli.text.ShownText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that prints what it did. */
abstract class PrintingCommand implements Runnable {

    @ParentCommand
    @Nullable
    NightfillCommand parent;

    @Spec
    @Nullable
    CommandSpec spec;

    CommandContext context() {
        return Objects.requireNonNull(parent).context;
    }

    /** For results. */
    PrintWriter out() {
        return new ShownText(Objects.requireNonNull(spec).commandLine().getOut());
    }

    /** For notes. */
    PrintWriter err() {
        return new ShownText(Objects.requireNonNull(spec).commandLine().getErr());
    }
}
