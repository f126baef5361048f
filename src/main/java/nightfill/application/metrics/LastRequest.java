package nightfill.application.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to run nights, as the audit trail has it: also one for which no run was begun.
 *
 * @param date the business date that was named
 * @param answered when it had its outcome; null where it has none
 * @param outcome in a word for programs; empty where it has none
 */
public record LastRequest(
        String date, Instant asked, @Nullable Instant answered, String outcome) {}
