package nightfill.application.sampling;

import org.jspecify.annotations.Nullable;

/** The database does not answer, and has never answered that question. */
public final class Unanswered extends RuntimeException {

    Unanswered(@Nullable RuntimeException loss) {
        super("the database does not answer", loss);
    }
}
