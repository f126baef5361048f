package nightfill.adapter.files.reports;

import java.io.IOException;
import java.util.Optional;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.Fence;
import nightfill.domain.run.Run;

/**
 * Puts a whole draft in the place of its run in OUTPUT; what is there already stays.
 *
 * @param name of the draft in OUTPUT
 */
record Placement(Run run, OpenDirectory output, String name, OpenDirectory draft, Fence fence) {

    void place() throws IOException {
        try (OpenDirectory date = output.enterOrMake(run.date().toString())) {
            if (date.look(RunDirectories.name(run)).isPresent()) {
                requireAlike(date);
                fence.around(this::remove);
            } else {
                fence.around(() -> moveInto(date));
            }
        }
    }

    /** Who may rename in OUTPUT can give the draft's name to something else before it is moved: then that goes back. */
    private void moveInto(OpenDirectory date) throws IOException {
        output.rename(name, date, RunDirectories.name(run));
        if (!date.holds(RunDirectories.name(run), draft)) {
            date.rename(RunDirectories.name(run), output, name);
            throw swapped(draft);
        }
        if (!output.holds(run.date().toString(), date)) {
            throw swapped(date);
        }
        date.force();
        output.force();
    }

    private static Problem swapped(OpenDirectory directory) {
        return Problem.failed(
                "%s was replaced by somebody while the reports were put in place".formatted(directory.place()),
                Remedy.mend("see who may write there, then run again"));
    }

    /** What is there was left by an attempt that was killed before it was noted, or is unknown to an older backup. */
    private void requireAlike(OpenDirectory date) throws IOException {
        Optional<String> difference = difference(date);
        if (difference.isPresent()) {
            remove();
            throw Problem.refused(
                    "%s exists already, but %s; nothing there is ever changed"
                            .formatted(date.place().resolve(RunDirectories.name(run)), difference.get()),
                    Remedy.mend("put it back as it was, then run again"),
                    Remedy.mend("move it and the runs that were run after it away, then run again"));
        }
    }

    private Optional<String> difference(OpenDirectory date) throws IOException {
        if (!date.isDirectory(RunDirectories.name(run))) {
            return Optional.of("it is not a directory");
        }
        try (OpenDirectory existing = date.enter(RunDirectories.name(run))) {
            return new TwoRuns(draft, existing).difference();
        }
    }

    private void remove() throws IOException {
        if (output.holds(name, draft)) {
            new Entry(output, name).remove();
        }
    }
}
