package nightfill.application.watch;

import java.util.Optional;

/** Knows who owns the run lock. */
public interface Owners {

    /** Who has it, or had it last and did not let go of it. */
    Optional<Owner> current();
}
