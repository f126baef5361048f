package nightfill.adapter.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nightfill.adapter.cli.text.DeliveryText;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.publish.Delivery;
import nightfill.application.report.ReportFolder;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the night of a date. */
@Command(
        name = "run",
        description = "Runs the night of a date; takes up one that failed, was stopped or killed.",
        mixinStandardHelpOptions = true)
final class RunCommand extends AuditedCommand {

    @Mixin
    DateOption date = new DateOption();

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR",
            description = "Where the feeds arrive, in DIR/<business date>.")
    Path input = Path.of("");

    @Mixin
    OutputOption output = new OutputOption();

    @Option(
            names = "--publish",
            paramLabel = "DIR",
            description =
                    "Where others read the reports: gets every finished run that it lacks, once the night is finished.")
    @Nullable
    Path publish;

    @Option(
            names = "--max-rejects",
            paramLabel = "N",
            description = "Rejected rows that a feed may have: a number or a percentage"
                    + " (default: 2%% of its rows, or 20 where that is more).")
    @Nullable
    String maxRejects;

    @Option(
            names = "--correction",
            description = "Undoes the last finished night and runs it again with the feeds as they are now.")
    boolean correction;

    final Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);

    @Option(
            names = "--accept-same-feed",
            description = "Takes order_lines.csv or batches.csv although an earlier night has brought the same file.")
    void acceptSameFeed(boolean given) {
        accept(Acceptance.SAME_FEED, given);
    }

    @Option(
            names = "--accept-shrunk-feeds",
            description = "Takes feeds although they release so many lines, end so many ETAs or have so few rows"
                    + " that half of them may be missing.")
    void acceptShrunkFeeds(boolean given) {
        accept(Acceptance.SHRUNK_FEEDS, given);
    }

    @Option(
            names = "--accept-renumbered",
            description = "Takes order lines although many of them are known under other line numbers.")
    void acceptRenumbered(boolean given) {
        accept(Acceptance.RENUMBERED, given);
    }

    private void accept(Acceptance guard, boolean given) {
        if (given) {
            accepted.add(guard);
        }
    }

    @Option(
            names = "--take-over",
            description = "Takes the night over from a process, also on another host, that hangs or is cut off:"
                    + " one that has given no sign of life for a minute.")
    boolean takeOver;

    @Option(
            names = "--pending",
            description =
                    "Runs every date that waits, up to the date named, oldest first, but none before the first night.")
    boolean pending;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "With --pending: the oldest date to run, where that is to be one before the first night.")
    @Nullable
    String since;

    @Option(
            names = "--after-restore",
            description = "Before all else, runs again the nights that the output shows and the database, restored from"
                    + " an older backup, does not know; their reports have to come out as they are.")
    boolean afterRestore;

    @Override
    public void run() {
        NightRequest request = request();
        Optional<LocalDate> oldest = since(request.date());
        audited(request.date().toString(), (useCases, asked) -> {
            ReportFolder folder = useCases.folders().at(request.output());
            AuditedNights nights = new AuditedNights(new DeliveryText(out(), err(), folder), asked);
            useCases.nights()
                    .deliver()
                    .run(
                            delivery(request.askedBy(asked.id()), oldest),
                            nights,
                            context().stop());
            return nights.ended();
        });
    }

    private Delivery delivery(NightRequest request, Optional<LocalDate> oldest) {
        return new Delivery(
                request, pending, afterRestore, Optional.ofNullable(publish).map(RunCommand::absolute), oldest);
    }

    private Optional<LocalDate> since(LocalDate last) {
        if (since == null) {
            return Optional.empty();
        }
        LocalDate first = BusinessDate.parse("--since", since, context().today());
        if (!pending || first.isAfter(last)) {
            throw Problem.usage("--since goes with --pending, and with a date up to that of --date");
        }
        return Optional.of(first);
    }

    private NightRequest request() {
        if (correction && pending) {
            throw Problem.usage("--correction and --pending exclude each other; correct one date at a time");
        }
        return new NightRequest(
                date.on(context().today()),
                absolute(input),
                output.or(context().output()),
                new Terms(maxRejects(), accepted, false).with(context().purchasing()),
                correction,
                new Attempt(takeOver, null));
    }

    private String maxRejects() {
        if (maxRejects == null) {
            return "";
        }
        LimitOption.read("--max-rejects", maxRejects, "2%");
        return maxRejects;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
