package nightfill.adapter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightfill.adapter.cli.text.SyncText;
import nightfill.application.sync.SyncLimits;
import nightfill.application.sync.SyncRecord;
import nightfill.application.sync.SyncRequest;
import nightfill.application.sync.SyncRoute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one directory equal to another. */
@Command(
        name = "sync",
        description = "Makes the directory DST equal to SRC, by the contents of their files.",
        mixinStandardHelpOptions = true)
final class SyncCommand extends PrintingCommand {

    @Parameters(index = "0", paramLabel = "SRC", description = "The directory to be equal to.")
    Path source = Path.of("");

    @Parameters(index = "1", paramLabel = "DST", description = "The directory to change; made if it is missing.")
    Path destination = Path.of("");

    @Option(
            names = "--max-delete",
            paramLabel = "N",
            defaultValue = "50%",
            description = "Files that may be deleted: a number or a percentage of DST's (default: 50%%).")
    String maxDelete = "";

    @Option(names = "--allow-empty-source", description = "Empties DST where SRC has no file.")
    boolean allowEmptySource;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Where the record of the sync goes (default: the next of DST's chain, in"
                    + " NIGHTFILL_HOME/manifests).")
    @Nullable
    Path manifest;

    @Option(names = "--dry-run", description = "Only shows what would be done, one action a line; touches nothing.")
    boolean dryRun;

    @Override
    public void run() {
        SyncRequest request = request();
        context().withSync(synchronize -> {
            new SyncText(out(), request)
                    .print(synchronize.sync(request, context().stop()));
        });
    }

    private SyncRequest request() {
        return new SyncRequest(
                new SyncRoute(source, destination, Set.of()),
                new SyncLimits(LimitOption.read("--max-delete", maxDelete, "50%"), allowEmptySource),
                manifest == null ? SyncRecord.CHAINED : SyncRecord.in(manifest),
                List.of(),
                dryRun);
    }
}
