package nightfill.application.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.sync.SyncFiles;
import nightfill.application.sync.SyncRoute;

/**
 * Judges whether a directory is one to publish in at all, by what lies elsewhere.
 *
 * @param kept directories that Nightfill keeps for itself
 */
public record PublishPlaces(SyncFiles files, List<Path> kept) {

    /**
     * Requires that a directory is apart from those of the request, and from what Nightfill keeps.
     *
     * @throws Problem (refused) when it is one of them, lies in one, or holds one
     */
    public void require(Path directory, List<Path> others) {
        Stream.concat(others.stream(), kept.stream()).forEach(other -> requireApart(directory, other));
    }

    private void requireApart(Path directory, Path other) {
        if (!isApart(directory, other)) {
            throw Problem.refused(
                    "%s and %s overlap".formatted(directory, other),
                    Remedy.mend("name a directory of its own to publish in"));
        }
    }

    /** A directory that cannot be looked at is judged when it is published in, after the night. */
    private boolean isApart(Path directory, Path other) {
        try {
            return files.areApart(files.real(new SyncRoute(other, directory, Set.of())));
        } catch (IOException | Problem e) {
            return true;
        }
    }
}
