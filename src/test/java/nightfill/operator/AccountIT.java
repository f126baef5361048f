package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Accounts, as whoever has a shell on the host manages them. */
class AccountIT extends InstalledNightfill {

    private static final Pattern CODE = Pattern.compile("(?m)^invitation code: (([A-Z2-7]{4}-){6}[A-Z2-7]{2})$");
    private static final String STATES = "select name, role, enabled, version, password_hash is null from account";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void watchLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        nightfill.with("NIGHTFILL_ZONE", "UTC");
    }

    @AfterEach
    void leaveLog() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    private Ended account(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "account";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return nightfill.nightfill(all);
    }

    private static String code(Ended ended) {
        Matcher code = CODE.matcher(ended.out());
        assertThat(code.find()).as(ended.out()).isTrue();
        return code.group(1);
    }

    @Test
    void an_account_is_added_reset_disabled_and_listed() throws SQLException {
        Ended added = account("add", "Ann@shop", "--role", "Admin").with(0);
        assertThat(added.out())
                .matches("(?s)Ann@shop \\(admin\\) is added, invited until [-0-9]{10} [:0-9]{5}\ninvitation code: .*");
        String reset = code(account("reset", "ann@SHOP").with(0));
        assertThat(reset).isNotEqualTo(code(added));
        assertThat(account("disable", "ann@shop").with(0).out()).isEqualTo("Ann@shop is disabled\n");
        assertThat(account("list").with(0).out().lines())
                .containsExactly(
                        "NAME                     ROLE     STATE", "Ann@shop                 admin    disabled");
        assertThat(account("enable", "ann@shop").with(0).out()).isEqualTo("Ann@shop is enabled\n");

        assertThat(query(STATES)).containsExactly("Ann@shop,ADMIN,t,4,t");
        assertThat(account("add", "ANN@shop", "--role", "viewer").with(3).error())
                .isEqualTo("nightfill: there is an account Ann@shop already; see nightfill account list");
        assertThat(account("reset", "bob").with(3).error())
                .isEqualTo("nightfill: there is no account bob; see nightfill account list");
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n")))
                .contains("there is no account bob")
                .doesNotContain(code(added), reset, code(added).replace("-", ""), reset.replace("-", ""));
    }

    @Test
    void the_audit_trail_says_who_changed_which_account_and_what_came_of_it() throws SQLException {
        long before = Long.parseLong(
                query("select coalesce(max(id), 0) from audit_log").get(0));
        String code = code(account("add", "Ann", "--role", "admin", "--note", "looks after the nights")
                .with(0));
        account("reset", "bob").with(3);
        account("disable", "b ob").with(2);
        account("list").with(0);

        List<String> entries = query("""
                select actor_kind, act, subject, note, outcome, message from audit_log
                where id > %d order by id
                """.formatted(before));
        assertThat(entries).hasSize(4);
        assertThat(entries.get(0)).isEqualTo("HOST,account add --role admin,Ann,looks after the nights,,");
        assertThat(entries.get(1))
                .startsWith(
                        "HOST,account add --role admin,Ann,looks after the nights,DONE,Ann (admin) is added, invited")
                .doesNotContain(code);
        assertThat(entries.get(2)).isEqualTo("HOST,account reset,bob,,,");
        assertThat(entries.get(3)).startsWith("HOST,account reset,bob,,REFUSED,there is no account bob");
    }

    @Test
    void what_makes_no_sense_is_wrong_usage() throws SQLException {
        assertThat(account("add", "ann b", "--role", "viewer").with(2).error())
                .isEqualTo(
                        "nightfill: NAME is ann b, which is not 1 to 64 letters, digits and . _ - @, a letter or digit"
                                + " first");
        assertThat(account("add", "ann", "--role", "root").with(2).error())
                .isEqualTo("nightfill: --role is root, which is not viewer, operator or admin");
        assertThat(account("add", "ann").with(2).error()).contains("--role");
        assertThat(account("reset").with(2).error()).contains("NAME");
        assertThat(account().with(2).error()).contains("name one of add, list, reset, disable, enable");
        assertThat(query(STATES)).isEmpty();
    }
}
