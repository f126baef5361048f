package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nightfill.adapter.postgres.access.PostgresAccounts;
import nightfill.adapter.postgres.access.PostgresFailedLogIns;
import nightfill.adapter.postgres.access.PostgresSetupCodes;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.secret.Argon2PasswordHash;
import nightfill.application.access.LogIn.Attempt;
import nightfill.domain.access.Role;
import nightfill.harness.Soak;
import org.assertj.core.data.Percentage;

/** What a stranger learns from a clock. */
class LogInTimeIT {

    private static final int TRIES = 41;

    @Soak
    @org.junit.jupiter.api.Test
    void a_name_that_nobody_has_takes_as_long_as_one_that_somebody_has() {
        try (MigratedDatabase database = new MigratedDatabase()) {
            Door door = new Door(
                    new PostgresAccounts(database.jdbc(), database.transactions()),
                    new PostgresSetupCodes(database.jdbc()),
                    new PostgresFailedLogIns(database.jdbc()),
                    new Argon2PasswordHash());
            door.complete(ANN, Role.ADMIN);
            median(door, "ann");

            double known = median(door, "ann");
            double unknown = median(door, "bob");

            assertThat(unknown)
                    .as("known: %.1f ms, unknown: %.1f ms", known, unknown)
                    .isCloseTo(known, Percentage.withPercentage(15));
        }
    }

    private static double median(Door door, String name) {
        IntFunction<Attempt> attempt = number -> new Attempt(name, PASSWORD + "!", "123456", "192.0.2." + number);
        long[] nanos = IntStream.range(0, TRIES)
                .mapToObj(attempt)
                .mapToLong(each -> {
                    long begin = System.nanoTime();
                    door.logIn.logIn(each);
                    return System.nanoTime() - begin;
                })
                .sorted()
                .toArray();
        return Arrays.stream(nanos).skip(TRIES / 2).findFirst().orElseThrow() / 1e6;
    }
}
