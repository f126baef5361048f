package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.postgres.access.PostgresAccounts;
import nightfill.adapter.postgres.access.PostgresFailedLogIns;
import nightfill.adapter.postgres.access.PostgresSetupCodes;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.secret.Argon2PasswordHash;
import nightfill.application.access.LogIn.Attempt;
import nightfill.domain.access.Role;
import nightfill.harness.Soak;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a stranger learns from a clock. */
class LogInTimeIT {

    private static final int WARM = 10;
    private static final int TRIES = 61;

    @Soak
    @Test
    void a_name_that_nobody_has_takes_as_long_as_one_that_somebody_has() {
        try (MigratedDatabase database = new MigratedDatabase()) {
            Door door = door(database);
            door.complete(ANN, Role.ADMIN);
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();

            // in turn, so that whatever else the machine does slows both down
            for (int number = 0; number < WARM + TRIES; number++) {
                known.add(nanos(door, "ann", number));
                unknown.add(nanos(door, "bob", number));
            }

            // without the work for a password it would be next to nothing
            assertThat(median(unknown)).isCloseTo(median(known), Percentage.withPercentage(25));
        }
    }

    private static Door door(MigratedDatabase database) {
        return new Door(
                new PostgresAccounts(database.jdbc(), database.transactions()),
                new PostgresSetupCodes(database.jdbc()),
                new PostgresFailedLogIns(database.jdbc()),
                new Argon2PasswordHash());
    }

    private static long nanos(Door door, String name, int number) {
        Attempt attempt = new Attempt(name, PASSWORD + "!", "123456", "192.0.2." + number);
        long begin = System.nanoTime();
        door.logIn.logIn(attempt);
        return System.nanoTime() - begin;
    }

    /** In milliseconds, when all is warm. */
    private static double median(List<Long> nanos) {
        return nanos.stream().skip(WARM).sorted().skip(TRIES / 2).findFirst().orElseThrow() / 1e6;
    }
}
