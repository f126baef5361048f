package nightfill.application.act;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.publish.Delivery;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Act;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What an act leaves open.
 *
 * @param directory to publish in, where it is about one
 */
public record Choices(Places places, Optional<Path> directory) {

    /**
     * A run is taken up on the terms on which it was begun.
     *
     * @param takeOver whether from an owner of whom it cannot be told whether they live
     */
    Order goOn(RunView run, boolean takeOver) {
        Terms terms = run.run().terms();
        return order(
                new NightRequest(
                        run.run().name().date(),
                        input(run.contents().input()),
                        places.output(),
                        new Terms(terms.maxRejects(), terms.accepted(), false),
                        run.run().state() == State.LOADING && run.chain().replaces() != null,
                        new Attempt(takeOver, null)),
                false,
                terms.afterRestore());
    }

    /**
     * The nights that an act runs anew.
     *
     * @param known where feeds were looked for last; null where that is not known
     * @throws Problem (refused) when nobody said where feeds arrive
     */
    Order run(Act act, LocalDate date, @Nullable String known) {
        NightRequest night = new NightRequest(
                date,
                input(known),
                places.output(),
                new Terms("", act.accepted().map(Set::of).orElse(Set.of()), false),
                act == Act.CORRECT,
                Attempt.PLAIN);
        return order(night, act == Act.RUN_PENDING, act == Act.RUN_AFTER_RESTORE);
    }

    private Order order(NightRequest night, boolean pending, boolean afterRestore) {
        return new Order.Run(new Delivery(night, pending, afterRestore, places.publish()));
    }

    private Path input(@Nullable String known) {
        return places.input()
                .or(() -> Optional.ofNullable(known).map(Path::of))
                .orElseThrow(
                        () -> Problem.refused("this console was not told where the feeds arrive, so it runs none"));
    }
}
