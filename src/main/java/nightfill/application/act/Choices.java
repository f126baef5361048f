package nightfill.application.act;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.publish.Delivery;
import nightfill.domain.access.Act;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What an act leaves open.
 *
 * @param directory to publish in, where it is about one
 */
public record Choices(Places places, Optional<Path> directory) {

    /**
     * The nights that an act runs.
     *
     * @param known where feeds were looked for last; null where that is not known
     * @throws Problem (refused) when nobody said where feeds arrive
     */
    Order run(Act act, LocalDate date, @Nullable String known) {
        Path input = places.input()
                .or(() -> Optional.ofNullable(known).map(Path::of))
                .orElseThrow(
                        () -> Problem.refused("this console was not told where the feeds arrive, so it runs none"));
        NightRequest night = new NightRequest(
                date,
                input,
                places.output(),
                new Terms("", act == Act.ACCEPT_SHRUNK_FEEDS ? Set.of(Acceptance.SHRUNK_FEEDS) : Set.of(), false),
                act == Act.CORRECT,
                new Attempt(act == Act.TAKE_OVER, null));
        return new Order.Run(
                new Delivery(night, act == Act.RUN_PENDING, act == Act.RUN_AFTER_RESTORE, places.publish()));
    }
}
