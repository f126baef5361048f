package nightfill.adapter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nightfill.adapter.cli.text.DeliveryText;
import nightfill.application.UseCases;
import nightfill.application.problem.Problem;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.publish.Published;
import nightfill.application.sync.SyncLimits;
import nightfill.domain.words.Limit;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings finished runs to where others read them. */
@Command(
        name = "publish",
        description = "Adds to a directory every finished run that it lacks; never changes one that is there.",
        mixinStandardHelpOptions = true)
final class PublishCommand extends AuditedCommand {

    @Parameters(paramLabel = "DIR", description = "Where others read the reports.")
    Path directory = Path.of("");

    @Mixin
    OutputOption output = new OutputOption();

    @Option(
            names = "--prune",
            description = "First deletes from DIR the runs that are not in OUTPUT, and the files that no run lists.")
    boolean prune;

    @Option(
            names = "--max-delete",
            paramLabel = "N",
            description = "How many of DIR's files --prune may delete: a number or a percentage (default: 50%%).")
    @Nullable
    String maxDelete;

    @Option(names = "--forget", description = "Publishes nothing; DIR is no longer owed anything.")
    boolean forget;

    @Override
    public void run() {
        Path place = directory.toAbsolutePath().normalize();
        Limit limit = limit();
        audited(place.toString(), (useCases, asked) -> {
            if (forget) {
                useCases.publishDirectory().forget(place);
                return said("%s is no longer owed anything".formatted(place));
            }
            return publish(useCases, place, limit);
        });
    }

    private String publish(UseCases useCases, Path place, Limit limit) {
        PublishDirectory publishDirectory = useCases.publishDirectory();
        Path reports = output.or(context().output());
        String pruned = prune ? prune(publishDirectory, reports, place, limit) + "; " : "";
        Published published = publishDirectory.publish(reports, place, context().stop());
        new DeliveryText(out(), err(), useCases.folders().at(reports)).published(published);
        return pruned + DeliveryText.line(published);
    }

    private String prune(PublishDirectory publishDirectory, Path reports, Path place, Limit limit) {
        List<String> deleted =
                publishDirectory.prune(reports, place, limit, context().stop());
        deleted.forEach(path -> out().println("deleted: " + Visible.shown(path)));
        return said(String.format(Locale.ROOT, "pruned: %,d files deleted from %s", deleted.size(), place));
    }

    private Limit limit() {
        if (forget && prune) {
            throw Problem.usage("--forget and --prune exclude each other");
        }
        if (!prune && maxDelete != null) {
            throw Problem.usage("--max-delete goes with --prune only");
        }
        return maxDelete == null ? SyncLimits.DEFAULT.maxDelete() : LimitOption.read("--max-delete", maxDelete, "50%");
    }
}
