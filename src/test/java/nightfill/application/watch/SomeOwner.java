package nightfill.application.watch;

import java.time.Instant;
import java.util.Optional;
import nightfill.application.watch.Owner.Heard;
import nightfill.application.watch.Owner.Held;
import nightfill.application.watch.Owner.Who;
import nightfill.domain.watch.Evidence;

/** An owner of the run lock of whom nothing matters but whether it lives. */
public final class SomeOwner {

    private static final Instant TWO = Instant.parse("2026-11-21T02:00:00Z");

    private SomeOwner() {}

    public static Optional<Owner> with(Evidence evidence) {
        return Optional.of(new Owner(
                new Who("process 77 on shop-1", "shop-1", 77),
                new Held(TWO, 5),
                new Heard(TWO.plusSeconds(60), TWO.plusSeconds(62)),
                evidence,
                null));
    }
}
