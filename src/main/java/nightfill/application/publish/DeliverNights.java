package nightfill.application.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.RunNight;
import nightfill.application.night.RunPending;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Then;
import nightfill.application.problem.StopToken;
import nightfill.application.restore.RunAfterRestore;
import nightfill.domain.run.Run;

/** Runs nights, and then publishes what is finished: where it is requested, and where it is owed since earlier. */
public record DeliverNights(
        RunNight runNight,
        RunPending runPending,
        RunAfterRestore runAfterRestore,
        PublishRuns publishRuns,
        PublishPlaces places,
        Publications publications) {

    /**
     * Runs the nights first, whatever is wrong with the directories.
     *
     * @throws Problem of the kind of what kept a night from being finished, or else a run from being published
     */
    public void run(Delivery delivery, Listener listener, StopToken stop) {
        NightRequest night = delivery.night();
        delivery.directory().ifPresent(it -> places.require(it, List.of(night.output(), night.input())));
        new Delivering(delivery, listener, stop).run();
    }

    /** One delivery, from its first night to its last directory. */
    private final class Delivering {

        private final Delivery delivery;
        private final Listener listener;
        private final StopToken stop;
        private final List<Run> finished = new ArrayList<>();

        private Delivering(Delivery delivery, Listener listener, StopToken stop) {
            this.delivery = delivery;
            this.listener = listener;
            this.stop = stop;
        }

        private void run() {
            try {
                if (delivery.afterRestore()
                        && runAfterRestore.run(delivery.night(), this::begun, this::ended, stop) == 0) {
                    listener.note("OUTPUT shows no run that this database does not know; none was to be run again");
                }
                nights();
            } catch (Problem problem) {
                publishBefore(problem);
                throw problem;
            }
            publish();
        }

        private void nights() {
            if (delivery.pending()) {
                runPending.run(delivery.night(), delivery.since(), this::begun, this::ended, stop);
            } else {
                ended(runNight.run(delivery.night(), this::begun, stop));
            }
        }

        private void begun(Run run) {
            listener.begun(run);
            delivery.directory().ifPresent(directory -> publications.owe(directory, List.of(run)));
        }

        private void ended(NightOutcome outcome) {
            finished.add(outcome.run());
            listener.night(outcome);
        }

        /** Nights that were finished before one that was not. */
        private void publishBefore(Problem nights) {
            if (!finished.isEmpty()) {
                try {
                    publish();
                } catch (Problem problem) {
                    listener.problem(problem);
                    nights.addSuppressed(problem);
                }
            }
        }

        private void publish() {
            Run last = finished.get(finished.size() - 1);
            List<Problem> problems = new ArrayList<>();
            for (Path directory : directories()) {
                try {
                    listener.published(publishRuns.publish(delivery.night().output(), directory, stop));
                } catch (Problem problem) {
                    problems.add(owed(last, directory, problem));
                }
            }
            problems.stream().skip(1).forEach(listener::problem);
            if (!problems.isEmpty()) {
                throw problems.get(0);
            }
        }

        private Set<Path> directories() {
            Set<Path> directories = new LinkedHashSet<>();
            delivery.directory().ifPresent(directories::add);
            directories.addAll(publications.owed());
            return directories;
        }
    }

    private static Problem owed(Run last, Path directory, Problem problem) {
        List<Remedy> first =
                problem.kind() == Kind.BUSY ? List.of(Remedy.mend("wait until it has ended")) : problem.remedies();
        return new Problem(
                problem.kind(),
                "%s is finished; its reports are owed to %s: %s".formatted(last.title(), directory, problem.what()),
                problem,
                Stream.concat(first.stream(), Stream.of(new Then(Act.PUBLISH)))
                        .distinct()
                        .toArray(Remedy[]::new));
    }

    /** Hears what has come about. */
    public interface Listener {

        /** Before anything is done for the run. */
        default void begun(Run run) {}

        void night(NightOutcome outcome);

        void published(Published published);

        void note(String note);

        /** What kept runs from being published, beside what ends the delivery. */
        void problem(Problem problem);
    }
}
