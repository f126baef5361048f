package nightfill.application.metrics;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when a scheduler tries a night, which it then ends, and wakes someone.
 *
 * @param finished whether the night is
 */
public record Deadline(LocalDate date, Instant at, boolean finished) {}
