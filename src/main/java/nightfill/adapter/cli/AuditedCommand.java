package nightfill.adapter.cli;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.adapter.cli.CommandContext.AuditedWork;
import nightfill.domain.access.AuditEntry.Request;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** A command that changes something: the audit trail says who gave it, and what came of it. */
abstract class AuditedCommand extends PrintingCommand {

    /** What these say is the subject or the note, or makes no difference to what is done. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("--date", "--older-than", "--note", "--input", "--output");

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for the audit trail.", scope = ScopeType.INHERIT)
    String note = "";

    /** Works between the two entries of the audit trail; the first one says what the command is given to do. */
    final void audited(String subject, AuditedWork work) {
        context().audited(new Request(context().actor(), act(), subject, note), work);
    }

    /** Prints a line, which the audit trail gets too. */
    final String said(String line) {
        out().println(line);
        return line;
    }

    /** The command with those of its options that decide what is done. */
    private String act() {
        ParseResult parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
        return parsed.hasSubcommand() ? typed(parsed) + " " + typed(parsed.subcommand()) : typed(parsed);
    }

    private static String typed(ParseResult parsed) {
        return Stream.concat(
                        Stream.of(parsed.commandSpec().name()),
                        parsed.matchedOptions().stream()
                                .filter(option -> !SAID_ELSEWHERE.contains(option.longestName()))
                                .map(AuditedCommand::typed))
                .collect(Collectors.joining(" "));
    }

    private static String typed(OptionSpec option) {
        return option.arity().max() == 0
                ? option.longestName()
                : option.longestName() + " " + String.join(" ", option.originalStringValues());
    }
}
