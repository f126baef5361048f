package nightfill.application.watch;

import java.time.Instant;
import java.time.LocalDate;

/** Knows what people have said about troubles. */
public interface Answers {

    /** Whether somebody has signed a note about a date since a moment. */
    boolean isAnswered(LocalDate date, Instant since);
}
