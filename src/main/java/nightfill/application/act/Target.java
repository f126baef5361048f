package nightfill.application.act;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.Owner;
import nightfill.domain.access.Act;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/** What something is to be done to, as it is now; whoever carries it out judges again. */
public sealed interface Target permits RunTarget, DateTarget {

    LocalDate date();

    /** The acts that make sense for such a target, possible or not, in the order in which people think of them. */
    List<Act> acts();

    /** Whether an act is possible, and what it would do. */
    Verdict judge(Act act);

    /**
     * The order by which an act that is possible is carried out.
     *
     * @throws nightfill.application.problem.Problem (refused) when it takes something that was not said
     */
    Order order(Act act, Choices choices);

    /** Nothing where there was no night yet. */
    Optional<NightStatus> status();

    /** The last attempt; nothing where there was none. */
    Optional<Attempt> lastAttempt();

    /** Of the last attempt; 0 where there was none. */
    default long attempt() {
        return lastAttempt().map(Attempt::id).orElse(0L);
    }

    /** The entry of the audit trail by which the last attempt was asked for; 0 where none is known. */
    default long asked() {
        return lastAttempt().map(Attempt::asked).map(Attempt.Asked::entry).orElse(0L);
    }

    /** Of the run lock. */
    Optional<Owner> owner();

    /** How long a night that an act runs usually takes from here; null where that is not known, or it runs none. */
    @Nullable
    Duration expected(Act act);

    /** All that must not have changed between a look and an act. */
    default String state() {
        return Stream.of(
                        status().map(Enum::name).orElse("NONE"),
                        Long.toString(attempt()),
                        owner().map(owner -> Long.toString(owner.held().fence()))
                                .orElse("-"),
                        owner().map(owner -> owner.liveness().name().replace('_', '-'))
                                .orElse("-"))
                .collect(Collectors.joining("."));
    }

    /** Why nothing may be done now that needs the run lock; nothing where it may. */
    default Optional<String> busy() {
        return owner().filter(owner -> owner.liveness() != Liveness.DEAD)
                .map(owner -> owner.liveness() == Liveness.ALIVE
                        ? owner.who().name() + " is at work on this database"
                        : owner.who().name() + " owns the run lock, and may be alive");
    }
}
