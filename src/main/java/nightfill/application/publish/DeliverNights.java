package nightfill.application.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.RunNight;
import nightfill.application.night.RunPending;
import nightfill.application.problem.Problem;
import nightfill.application.restore.RunAfterRestore;
import nightfill.domain.run.Run;

/** Runs nights, and then publishes what is finished: where it is ordered, and where it is owed since earlier. */
public final class DeliverNights {

    private final RunNight runNight;
    private final RunPending runPending;
    private final RunAfterRestore runAfterRestore;
    private final PublishRuns publishRuns;
    private final PublishPlaces places;
    private final Publications publications;

    public DeliverNights(
            RunNight runNight,
            RunPending runPending,
            RunAfterRestore runAfterRestore,
            PublishRuns publishRuns,
            PublishPlaces places,
            Publications publications) {
        this.runNight = runNight;
        this.runPending = runPending;
        this.runAfterRestore = runAfterRestore;
        this.publishRuns = publishRuns;
        this.places = places;
        this.publications = publications;
    }

    /**
     * Runs the nights first, whatever is wrong with the directories.
     *
     * @throws Problem with the exit code of what kept a night from being finished, or else a run from being published
     */
    public void run(Delivery delivery, Told told) {
        NightRequest night = delivery.night();
        delivery.directory().ifPresent(it -> places.require(it, List.of(night.output(), night.input())));
        List<Run> finished = new ArrayList<>();
        try {
            Consumer<NightOutcome> ended = outcome -> {
                finished.add(outcome.run());
                told.night(outcome);
            };
            if (delivery.afterRestore() && runAfterRestore.run(delivery.night(), begun(delivery), ended) == 0) {
                told.note("OUTPUT shows no run that this database does not know; none was to be run again");
            }
            nights(delivery, ended);
        } catch (Problem problem) {
            publishBefore(problem, delivery, finished, told);
            throw problem;
        }
        publish(delivery, finished, told);
    }

    private void nights(Delivery delivery, Consumer<NightOutcome> told) {
        if (delivery.pending()) {
            runPending.run(delivery.night(), begun(delivery), told);
        } else {
            told.accept(runNight.run(delivery.night(), begun(delivery)));
        }
    }

    private Consumer<Run> begun(Delivery delivery) {
        return run -> delivery.directory().ifPresent(directory -> publications.owe(directory, List.of(run)));
    }

    /** Nights that were finished before one that was not. */
    private void publishBefore(Problem nights, Delivery delivery, List<Run> finished, Told told) {
        if (!finished.isEmpty()) {
            try {
                publish(delivery, finished, told);
            } catch (Problem problem) {
                told.note(String.valueOf(problem.getMessage()));
                nights.addSuppressed(problem);
            }
        }
    }

    private void publish(Delivery delivery, List<Run> finished, Told told) {
        Run last = finished.get(finished.size() - 1);
        List<Problem> problems = new ArrayList<>();
        for (Path directory : directories(delivery)) {
            try {
                told.published(publishRuns.publish(delivery.night().output(), directory));
            } catch (Problem problem) {
                problems.add(owed(last, directory, problem));
            }
        }
        problems.stream().skip(1).forEach(problem -> told.note(String.valueOf(problem.getMessage())));
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    private Set<Path> directories(Delivery delivery) {
        Set<Path> directories = new LinkedHashSet<>();
        delivery.directory().ifPresent(directories::add);
        directories.addAll(publications.owed());
        return directories;
    }

    private static Problem owed(Run last, Path directory, Problem problem) {
        return new Problem(
                problem.kind(),
                "%s is finished; its reports are owed to %s: %s; the next run or nightfill publish makes up for it"
                        .formatted(last.title(), directory, problem.getMessage()),
                problem);
    }

    /** Is told what has come about. */
    public interface Told {

        void night(NightOutcome outcome);

        void published(Published published);

        void note(String note);
    }
}
