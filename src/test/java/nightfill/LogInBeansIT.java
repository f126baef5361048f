package nightfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import nightfill.adapter.files.FilesystemSetupNotice;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.Chosen;
import nightfill.application.access.LogIn;
import nightfill.application.access.LogIn.Attempt;
import nightfill.application.access.LogIn.LoggedIn;
import nightfill.application.access.LogIn.Refused;
import nightfill.application.access.MakeKeys;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.RedeemInvitation;
import nightfill.application.access.SetUp;
import nightfill.application.access.SetupNotice;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The way in, as it is wired for a door. */
class LogInBeansIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "over the hills and far";

    @TempDir
    Path home = Path.of("");

    private AnnotationConfigApplicationContext wired(MigratedDatabase database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        context.registerBean(Clock.class, () -> CLOCK);
        context.registerBean(SetupNotice.class, () -> new FilesystemSetupNotice(home.resolve("setup-code")));
        context.register(AccessBeans.class, LogInBeans.class);
        Stream.of(AccessBeans.PLAIN, LogInBeans.PLAIN).forEach(list -> list.forEach(context::registerBean));
        context.refresh();
        return context;
    }

    @Test
    void the_first_admin_sets_up_and_another_person_is_invited_and_logs_in() {
        try (MigratedDatabase database = new MigratedDatabase();
                AnnotationConfigApplicationContext context = wired(database)) {
            Totp factor = context.getBean(MakeKeys.class).newFactor();
            Chosen chosen = new Chosen(PASSWORD, factor, factor.code(Totp.step(CLOCK.instant())));
            SetUp setUp = context.getBean(SetUp.class);
            AccountName ann = new AccountName("ann");
            setUp.create(setUp.begin().orElseThrow().code().shown(), ann, chosen);
            assertThat(context.getBean(ManageAccounts.class).list())
                    .extracting(account -> account.name())
                    .containsExactly(ann);

            String code = context.getBean(ManageAccounts.class)
                    .add(new AccountName("bob"), Role.VIEWER)
                    .code()
                    .shown();
            String recovery = context.getBean(RedeemInvitation.class)
                    .redeem(code, chosen)
                    .recovery()
                    .codes()
                    .get(0)
                    .shown();

            LogIn logIn = context.getBean(LogIn.class);
            assertThat(logIn.logIn(new Attempt("BOB", PASSWORD, recovery, "127.0.0.1")))
                    .isInstanceOf(LoggedIn.class);
            assertThat(logIn.logIn(new Attempt("bob", PASSWORD, recovery, "127.0.0.1")))
                    .isInstanceOf(Refused.class);
        }
    }
}
