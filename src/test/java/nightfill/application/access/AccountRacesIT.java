package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.BOB;
import static nightfill.application.access.Door.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nightfill.adapter.postgres.access.PostgresAccounts;
import nightfill.adapter.postgres.access.PostgresFailedLogIns;
import nightfill.adapter.postgres.access.PostgresSetupCodes;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.LogIn.Attempt;
import nightfill.application.problem.Problem;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What several consoles do at the same moment. */
class AccountRacesIT {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Door one = door();
    private final Door other = door();

    private static Door door() {
        return new Door(
                new PostgresAccounts(DATABASE.jdbc(), DATABASE.transactions()),
                new PostgresSetupCodes(DATABASE.jdbc()),
                new PostgresFailedLogIns(DATABASE.jdbc()));
    }

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** How many of two at once were not refused. */
    private static int done(Runnable one, Runnable other) throws Exception {
        List<Boolean> done = atOnce(2, index -> isDone(index == 0 ? one : other));
        return (int) done.stream().filter(each -> each).count();
    }

    private static boolean isDone(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static <T> List<T> atOnce(int many, IntFunction<T> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(many);
        List<CompletableFuture<T>> futures = IntStream.range(0, many)
                .mapToObj(index -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                barrier.await(10, TimeUnit.SECONDS);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return work.apply(index);
                        },
                        run -> new Thread(run, "race").start()))
                .toList();
        List<T> results = new ArrayList<>();
        for (CompletableFuture<T> future : futures) {
            results.add(future.get(20, TimeUnit.SECONDS));
        }
        return results;
    }

    @RepeatedTest(10)
    void two_consoles_that_are_set_up_at_once_have_one_admin() throws Exception {
        String code = one.setUp.begin().orElseThrow().code().shown();
        Chosen chosen = one.chosen(PASSWORD);

        assertThat(done(() -> one.setUp.create(code, ANN, chosen), () -> other.setUp.create(code, BOB, chosen)))
                .isEqualTo(1);

        assertThat(one.accounts.list()).hasSize(1);
        assertThat(one.setUp.isOpen()).isFalse();
    }

    @RepeatedTest(10)
    void of_two_admins_who_disable_each_other_one_stays() throws Exception {
        one.complete(ANN, Role.ADMIN);
        one.complete(BOB, Role.ADMIN);

        assertThat(done(() -> one.manage.disable(ANN), () -> other.manage.changeRole(BOB, Role.VIEWER)))
                .isEqualTo(1);

        assertThat(one.accounts.list()).filteredOn(Account::isUsableAdmin).hasSize(1);
    }

    @Test
    void an_invitation_is_redeemed_once() throws Exception {
        String code = one.manage.add(ANN, Role.ADMIN).code().shown();
        Chosen chosen = one.chosen(PASSWORD);

        assertThat(done(() -> one.redeem.redeem(code, chosen), () -> other.redeem.redeem(code, chosen)))
                .isEqualTo(1);
    }

    @Test
    void one_code_of_a_factor_lets_one_in() throws Exception {
        one.complete(ANN, Role.VIEWER);
        one.clock.advance(Duration.ofSeconds(30));
        String code = one.code(ANN);

        List<LogIn.Outcome> outcomes =
                atOnce(3, index -> one.logIn.logIn(new Attempt("ann", PASSWORD, code, "192.0.2." + index)));

        assertThat(outcomes).hasAtLeastOneElementOfType(LogIn.LoggedIn.class);
        assertThat(outcomes).filteredOn(LogIn.LoggedIn.class::isInstance).hasSize(1);
    }

    @Test
    void failures_are_counted_by_all_consoles_together() {
        one.complete(ANN, Role.VIEWER);
        for (Door door : List.of(one, other)) {
            door.logIn("ann", "a wrong password", "000000");
        }

        assertThat(one.logIn("ann", PASSWORD, one.code(ANN))).isEqualTo(new LogIn.Refused(Duration.ofSeconds(1)));
        assertThat(other.logIn("ann", PASSWORD, one.code(ANN))).isEqualTo(new LogIn.Refused(Duration.ofSeconds(1)));
    }
}
