package nightfill.harness;

import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.OUTPUT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightfill.application.night.ShownSteps;
import nightfill.application.problem.StopToken;
import nightfill.application.publish.DeliverNights;
import nightfill.application.publish.PruneDirectory;
import nightfill.application.publish.PublishDirectory;
import nightfill.application.publish.PublishPlaces;
import nightfill.application.publish.PublishRuns;
import nightfill.application.publish.Published;
import nightfill.application.sync.InMemorySyncFiles;
import nightfill.application.sync.InMemorySyncManifests;
import nightfill.application.sync.SyncRoute;
import nightfill.application.sync.Synchronize;
import nightfill.application.verify.InMemoryFileTree;
import nightfill.domain.words.Limit;

/** What publishes the nights of a Nightfill in memory. */
public final class InMemoryPublishing {

    public static final Path PUBLISHED = Path.of("/mnt/reports");
    public static final Path ELSEWHERE = Path.of("/mnt/elsewhere");

    public final InMemorySyncFiles files;
    public final InMemorySyncManifests manifests;
    public final ShownSteps progress = new ShownSteps();
    public final PublishPlaces places;
    public final PublishRuns publishRuns;
    public final PruneDirectory pruneDirectory;
    public final PublishDirectory publishDirectory;
    public final DeliverNights deliverNights;

    public InMemoryPublishing(InMemoryNightfill nightfill) {
        files = new InMemorySyncFiles(nightfill.disk);
        manifests = new InMemorySyncManifests(nightfill.disk, HOME);
        Synchronize synchronize = new Synchronize(files, manifests);
        InMemoryFileTree tree = new InMemoryFileTree(nightfill.disk);
        places = new PublishPlaces(files, List.of(HOME));
        publishRuns =
                new PublishRuns(nightfill.runs, nightfill.publications, nightfill.folders, tree, synchronize, progress);
        pruneDirectory = new PruneDirectory(nightfill.runs, nightfill.folders, tree, synchronize);
        publishDirectory = new PublishDirectory(places, pruneDirectory, publishRuns, nightfill.publications);
        deliverNights = new DeliverNights(
                nightfill.runNight,
                nightfill.runPending,
                nightfill.runAfterRestore,
                publishRuns,
                places,
                nightfill.publications);
    }

    public Published publish(Path directory) {
        return publishRuns.publish(OUTPUT, directory, new StopToken());
    }

    public List<String> prune(Path directory, Limit limit) {
        return pruneDirectory.prune(OUTPUT, directory, limit, new StopToken());
    }

    public static SyncRoute routeTo(Path directory) {
        return new SyncRoute(OUTPUT, directory, Set.of());
    }
}
