package nightfill.application.publish;

import java.nio.file.Path;
import java.util.List;
import nightfill.application.problem.StopToken;
import nightfill.domain.words.Limit;

/** Does what is requested of a single publish directory. */
public record PublishDirectory(
        PublishPlaces places, PruneDirectory pruneDirectory, PublishRuns publishRuns, Publications publications) {

    /** Adds the finished runs that the directory lacks. */
    public Published publish(Path output, Path directory, StopToken stop) {
        places.require(directory, List.of(output));
        return publishRuns.publish(output, directory, stop);
    }

    /** Deletes what is superfluous; returns how many files that were. */
    public List<String> prune(Path output, Path directory, Limit limit, StopToken stop) {
        places.require(directory, List.of(output));
        return pruneDirectory.prune(output, directory, limit, stop);
    }

    /** Owes the directory nothing any more. */
    public void forget(Path directory) {
        publications.forget(directory);
    }
}
