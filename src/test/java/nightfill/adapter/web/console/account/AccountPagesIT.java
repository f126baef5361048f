package nightfill.adapter.web.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.ServedConsole;
import nightfill.ServedConsole.Person;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.Account;
import nightfill.application.access.Accounts;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.ManageAccounts;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts in the console, as admins and their owners change them. */
class AccountPagesIT {

    private static final String CODE = "((?:[A-Z2-7]{4}-){6}[A-Z2-7]{2})";
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final MutableClock CLOCK = new MutableClock();

    @TempDir
    private static Path root = Path.of("");

    private static ServedConsole console;
    private static Person ann;

    @BeforeAll
    static void serve() {
        console = ServedConsole.over(DATABASE, root, CLOCK);
        ann = console.person("Ann", Role.ADMIN);
    }

    @AfterAll
    static void close() {
        console.close();
        DATABASE.close();
    }

    private static WebClient admin() {
        return console.logIn(ann);
    }

    @Test
    void an_admin_invites_somebody_who_joins() {
        WebClient admin = admin();
        admin.get("/new-account");
        HttpResponse<String> answer = admin.post("/new-account", Map.of("name", "zoë@example.com", "role", "operator"));
        assertThat(answer.statusCode()).isEqualTo(303);
        String place = answer.headers().firstValue("Location").orElse("");

        HttpResponse<String> shown = admin.get(place);
        assertThat(shown.body()).contains("zoë@example.com is invited as operator", "role=\"status\"");
        assertThat(admin.get(place).body())
                .doesNotContain("is invited as operator")
                .contains("invited until");
        assertThat(newest(2))
                .containsExactly(
                        "Ann in the console: account add operator zoë@example.com, DONE zoë@example.com (operator) is invited",
                        "Ann in the console: account add operator zoë@example.com, ");

        WebClient stranger = console.stranger();
        String code = found(CODE, shown.body());
        String secret = found(
                        "class=\"secret\">([A-Z2-7 ]+)<", stranger.get("/join").body())
                .replace(" ", "");
        Map<String, String> form = new HashMap<>(Map.of("code", code, "password", "short", "digits", now(secret)));
        assertThat(stranger.post("/join", form).statusCode()).isEqualTo(422);
        form.put("password", ServedConsole.PASSWORD);
        HttpResponse<String> joined = stranger.post("/join", form);
        assertThat(joined.body()).contains("Welcome, zoë@example.com");
        assertThat(newest(3))
                .containsExactly(
                        "zoë@example.com in the console: join zoë@example.com,"
                                + " DONE zoë@example.com has chosen password and second factor",
                        "zoë@example.com in the console: join zoë@example.com, ",
                        "zoë@example.com in the console: join zoë@example.com, REFUSED the password has fewer than"
                                + " 12 characters; choose another one");
        assertThat(stranger.logIn("zoë@example.com", ServedConsole.PASSWORD, found(CODE, joined.body()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stranger.post("/new-account", Map.of("name", "x", "role", "admin"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_code_is_shown_on_the_page_that_its_act_leads_to_and_on_no_other() {
        WebClient admin = admin();
        for (String name : List.of("vic", "oli@x")) {
            admin.get("/new-account");
            admin.post("/new-account", Map.of("name", name, "role", "viewer"));
        }
        for (String other : List.of("/set-up", "/", "/accounts", "/accounts/Ann", "/none")) {
            assertThat(admin.get(other).body()).as(other).doesNotContain("is invited as");
        }
        admin.send(admin.request("/accounts/vic").method("HEAD", BodyPublishers.noBody()));
        assertThat(admin.get("/accounts/vic").body())
                .contains("vic is invited as")
                .containsPattern(CODE)
                .doesNotContain("oli@x is invited as");
        assertThat(admin.get("/accounts/vic").body()).doesNotContainPattern(CODE);
        assertThat(admin.get("/accounts/oli@x").body())
                .contains("oli@x is invited as")
                .containsPattern(CODE);
    }

    @Test
    void what_cannot_be_added_is_asked_for_again_with_what_was_typed() {
        WebClient admin = admin();
        admin.get("/new-account");
        for (Map<String, String> wrong : List.of(
                Map.of("name", "<b>", "role", "operator"),
                Map.of("name", "<b>bo", "role", ""),
                Map.of("name", "ANN", "role", "operator"))) {
            HttpResponse<String> answer = admin.post("/new-account", wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(
                            "Nothing was done",
                            "value=\""
                                    + Objects.requireNonNull(wrong.get("name")).replace("<b>", "&lt;b&gt;"))
                    .doesNotContain("<b>");
        }
    }

    @Test
    void each_act_is_previewed_done_and_noted_and_ends_the_sessions() {
        Person bob = console.person("bob", Role.VIEWER);
        WebClient admin = admin();
        WebClient bobs = console.logIn(bob);
        for (String act : List.of("make-operator", "end-sessions", "disable", "enable", "make-admin")) {
            Account before = account("bob");
            String path = "/accounts/bob/" + act;
            HttpResponse<String> preview = admin.get(path);
            assertThat(preview.body())
                    .as(act)
                    .contains("This will", "This will not", "<ol class=\"effects\">", "<button>");
            assertThat(account("bob")).isEqualTo(before);

            HttpResponse<String> answer = admin.post(path, Map.of("seen", Long.toString(before.version())));
            assertThat(answer.statusCode()).as(act).isEqualTo(303);
            assertThat(admin.get("/accounts/bob").body()).contains("Done: ", "bob (");
            assertThat(newest(1).get(0))
                    .startsWith("Ann in the console: account " + act.replace('-', ' ') + " bob, DONE bob (");
            assertThat(bobs.get("/").statusCode()).as(act).isEqualTo(302);
        }
        assertThat(account("bob").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void a_reset_shows_the_code_once_and_takes_the_keys() {
        invite("cleo");
        WebClient admin = admin();
        assertThat(admin.get("/accounts").body())
                .containsPattern("cleo</bdi></a></th>.*invited until .*none known")
                .containsPattern("Ann</bdi></a></th>.*active.*>20\\d\\d-\\d\\d-\\d\\d ");
        admin.get("/accounts/cleo/reset");
        assertThat(admin.post("/accounts/cleo/reset", Map.of("seen", seen("cleo")))
                        .statusCode())
                .isEqualTo(303);

        String code = found(CODE, admin.get("/accounts/cleo").body());
        assertThat(admin.get("/accounts/cleo").body()).doesNotContain(code);
        assertThat(console.part(AuditTrail.class).before(Long.MAX_VALUE, 10).toString())
                .contains("cleo")
                .doesNotContain(code);
    }

    @Test
    void what_was_changed_meanwhile_is_not_changed_and_says_by_whom() {
        invite("dora");
        WebClient admin = admin();
        WebClient other = admin();
        admin.get("/accounts/dora/disable");
        String seen = seen("dora");
        other.get("/accounts/dora/make-operator");
        other.post("/accounts/dora/make-operator", Map.of("seen", seen));

        HttpResponse<String> answer = admin.post("/accounts/dora/disable", Map.of("seen", seen));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("dora was changed since you looked (account make operator by Ann in the console at")
                .contains("dora (operator) is invited until", "Nothing was done");
        assertThat(account("dora").enabled()).isTrue();
        assertThat(newest(1).get(0)).contains("account disable dora, BUSY dora was changed meanwhile");
        assertThat(admin.post("/accounts/dora/disable", Map.of("seen", seen("dora")))
                        .statusCode())
                .isEqualTo(303);
        admin.get("/accounts/dora");
        assertThat(admin.post("/accounts/dora/disable", Map.of("seen", seen("dora")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_takes_their_own_account_away() {
        WebClient admin = admin();
        assertThat(admin.get("/accounts/Ann").body()).contains("This is your own account");
        for (String act : List.of("disable", "reset", "make-viewer")) {
            assertThat(admin.get("/accounts/ann/" + act).body()).doesNotContain("<button>" + act);
            assertThat(admin.post("/accounts/ann/" + act, Map.of("seen", seen("Ann")))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(account("Ann").enabled()).isTrue();
        for (String none :
                List.of("/accounts/nobody", "/accounts/nobody/reset", "/accounts/Ann/promote", "/account/x")) {
            assertThat(admin.get(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void an_old_factor_is_asked_for_in_the_same_form() {
        Person eve = console.person("eve", Role.ADMIN);
        invite("finn");
        WebClient admin = console.logIn(eve);
        assertThat(admin.get("/accounts/finn/disable").body()).doesNotContain("name=\"factor\"");
        CLOCK.advance(Duration.ofMinutes(16));
        assertThat(admin.get("/accounts/finn/disable").body()).contains("name=\"factor\"");

        Map<String, String> form = new HashMap<>(Map.of("seen", seen("finn")));
        assertThat(admin.post("/accounts/finn/disable", form).statusCode()).isEqualTo(422);
        form.put("factor", "000000");
        HttpResponse<String> wrong = admin.post("/accounts/finn/disable", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("the code is wrong", "name=\"factor\"");
        assertThat(newest(1)).containsExactly("eve in the console: show the second factor, REFUSED the code was wrong");
        assertThat(account("finn").enabled()).isTrue();

        form.put("factor", code(eve));
        assertThat(admin.post("/accounts/finn/disable", form).statusCode()).isEqualTo(303);
        assertThat(account("finn").enabled()).isFalse();
        assertThat(admin.get("/accounts/finn/enable").body()).doesNotContain("name=\"factor\"");
    }

    private static void invite(String name) {
        console.part(ManageAccounts.class).add(new AccountName(name), Role.VIEWER);
    }

    private static String code(Person person) {
        CLOCK.advance(Duration.ofSeconds(30));
        return now(person.factor().secret());
    }

    private static String now(String secret) {
        return new Totp(secret).code(Totp.step(CLOCK.instant()));
    }

    private static Account account(String name) {
        return console.part(Accounts.class).find(new AccountName(name)).orElseThrow();
    }

    private static String seen(String name) {
        return Long.toString(account(name).version());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static List<String> newest(int most) {
        return console.part(AuditTrail.class).before(Long.MAX_VALUE, most).stream()
                .map(AccountPagesIT::line)
                .toList();
    }

    private static String line(AuditEntry entry) {
        String asked = entry.request().act() + " " + entry.request().subject();
        String cameOut = entry.outcome().word() + " " + entry.outcome().message();
        return entry.request().actor().title() + ": " + asked.strip() + ", " + (cameOut.isBlank() ? "" : cameOut);
    }
}
