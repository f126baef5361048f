package nightfill.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.harness.IdentityProvider;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Who comes in by an identity provider, as what, and what the trail says of it. */
class ProviderLogInIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final IdentityProvider PROVIDER = IdentityProvider.start();

    @TempDir
    private static Path root = Path.of("");

    private static ServedConsole console;

    private WebClient client = new WebClient(URI.create("http://localhost/"));
    private Passage passage = new Passage(client, PROVIDER);

    @BeforeAll
    static void serve() {
        console = ServedConsole.over(DATABASE, root, PROVIDER.settings(), Clock.systemUTC());
        PROVIDER.register(console.address());
        PROVIDER.person("s-1", Map.of("preferred_username", "vera", "groups", "staff"));
        PROVIDER.person("s-2", Map.of("preferred_username", "olga", "groups", List.of("canteen", "shift")));
        PROVIDER.person("s-3", Map.of("email", "adam@example.com", "groups", List.of("night-admins")));
        PROVIDER.person("s-4", Map.of("preferred_username", "nora"));
        PROVIDER.person("s-5", Map.of("preferred_username", "paul", "groups", List.of("garden")));
    }

    @BeforeEach
    void begin() {
        PROVIDER.tamper(claims -> {});
        PROVIDER.signWithAnotherKey(false);
        PROVIDER.askAgain(true);
        client = console.stranger();
        passage = new Passage(client, PROVIDER);
    }

    @AfterAll
    static void close() {
        console.close();
        PROVIDER.close();
        DATABASE.close();
    }

    @Test
    void a_claim_that_is_a_text_gives_a_role() {
        assertThat(place(passage.logIn("s-1"))).isEqualTo("/");

        assertThat(client.get("/").body()).contains(">vera (Shop ID)</a>").doesNotContain("href=\"/start\"");
        assertThat(client.get("/start").statusCode()).isEqualTo(403);
        assertThat(console.newest(2))
                .first()
                .asString()
                .startsWith("vera (Shop ID) in the console: GET /start REFUSED");
        assertThat(console.newest(2)).last().asString().isEqualTo(cameIn("vera", "s-1", "viewer"));
    }

    @Test
    void a_claim_that_is_a_list_gives_its_highest_role() {
        assertThat(place(passage.logIn("s-2"))).isEqualTo("/");

        assertThat(client.get("/").body()).contains("href=\"/start\"").doesNotContain("href=\"/accounts\"");
        assertThat(console.newest(1)).containsExactly(cameIn("olga", "s-2", "operator"));
    }

    @Test
    void whoever_has_no_user_name_is_called_by_the_mail_address() {
        assertThat(place(passage.logIn("s-3"))).isEqualTo("/");

        assertThat(client.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(console.newest(1)).containsExactly(cameIn("adam@example.com", "s-3", "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-4", "s-5"})
    void whoever_has_no_role_is_told_which_claim_gives_none(String person) {
        assertThat(place(passage.logIn(person))).isEqualTo("/log-in?provider=role");

        assertThat(client.get("/log-in?provider=role").body())
                .contains("You are known at Shop ID, but its claim groups gives you no role here. Ask whoever manages");
        assertThat(client.get("/").statusCode()).isEqualTo(302);
        assertThat(console.newest(1))
                .containsExactly(
                        person.equals("s-4")
                                ? "nora (Shop ID) in the console: log in REFUSED claim groups is missing; subject s-4 of "
                                        + PROVIDER.issuer()
                                : "paul (Shop ID) in the console: log in REFUSED claim groups has no value that gives a"
                                        + " role; subject s-5 of " + PROVIDER.issuer());
    }

    @Test
    void whoever_has_no_name_that_can_be_kept_stays_outside() {
        PROVIDER.tamper(claims -> claims.subject("two words").claim("preferred_username", "Ann (Shop ID)"));

        assertThat(place(passage.logIn("s-2"))).isEqualTo("/log-in?provider=name");
        assertThat(console.newest(1))
                .first()
                .asString()
                .startsWith("stranger in the console: log in REFUSED Shop ID: the prov");
    }

    @Test
    void the_provider_is_asked_by_a_code_that_only_this_console_can_redeem_for_this_session() {
        URI there = passage.begun("/log-in/provider");

        assertThat(there.toString()).startsWith(PROVIDER.issuer() + "/oauth2/authorize?");
        assertThat(Passage.said(there))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", console.address() + "log-in/provider/back")
                .containsEntry("scope", "openid profile email")
                .containsKeys("code_challenge", "nonce", "state")
                .doesNotContainKeys("prompt", "max_age");
    }

    /** Which the provider compares with what it was told when the console was registered. */
    @Test
    void people_come_back_by_what_they_asked_as_a_proxy_says_and_nobody_else() {
        try (ServedConsole behind = ServedConsole.behindProxy(DATABASE, root, PROVIDER.settings())) {
            assertThat(wayBack(behind)).isEqualTo("https://127.0.0.1/log-in/provider/back");
        }
        assertThat(wayBack(console)).isEqualTo(console.address() + "log-in/provider/back");
    }

    private static String wayBack(ServedConsole asked) {
        WebClient stranger = asked.stranger();
        HttpResponse<String> there =
                stranger.send(stranger.request("/log-in/provider").header("X-Forwarded-Proto", "https"));
        return Passage.said(URI.create(place(there))).getOrDefault("redirect_uri", "");
    }

    @Test
    void a_log_in_begins_another_session_and_keeps_nothing_of_the_one_before() {
        client.get("/log-in");
        String before = cookie(client);
        passage.logIn("s-2");

        assertThat(cookie(client))
                .isNotEqualTo(before)
                .startsWith("__Host-nightfill=")
                .doesNotContain(";");
        WebClient thief = console.stranger();
        assertThat(thief.send(thief.request("/").header("Cookie", before)).statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged"})
    void a_state_that_the_session_has_not_begun_lets_nobody_in_and_ends_nothing(String state) {
        String back = passage.back("s-2", passage.begun("/log-in/provider"));
        String forged = back.replaceFirst("state=[^&]*", "state=" + state);

        assertThat(place(client.get(forged))).isEqualTo("/log-in?provider=stale");
        assertThat(console.newest(1))
                .first()
                .asString()
                .startsWith("stranger in the console: log in REFUSED Shop ID: ");
        assertThat(place(client.get(back))).isEqualTo("/");
    }

    @Test
    void a_code_of_somebody_else_is_worth_nothing_in_another_session() {
        String back = passage.back("s-3", passage.begun("/log-in/provider"));
        WebClient victim = console.stranger();
        victim.get("/log-in/provider");

        assertThat(place(victim.get(back))).isEqualTo("/log-in?provider=stale");
        assertThat(victim.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void a_code_counts_once() {
        String back = passage.back("s-2", passage.begun("/log-in/provider"));
        assertThat(place(client.get(back))).isEqualTo("/");
        client.post("/log-out", Map.of());
        assertThat(place(client.get(back))).isEqualTo("/log-in?provider=stale");

        String state = Passage.said(passage.begun("/log-in/provider")).get("state");
        assertThat(place(client.get(back.replaceFirst("state=[^&]*", "state=" + state))))
                .isEqualTo("/log-in?provider=unproven");
        assertThat(console.newest(1)).containsExactly("stranger in the console: log in REFUSED Shop ID: invalid_grant");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_that_is_not_for_this_log_in_lets_nobody_in(String what, Consumer<JwtClaimsSet.Builder> forged) {
        PROVIDER.tamper(forged);

        assertThat(place(passage.logIn("s-3"))).as(what).isEqualTo("/log-in?provider=unproven");
        assertThat(client.get("/").statusCode()).as(what).isEqualTo(302);
        assertThat(console.newest(1))
                .first()
                .asString()
                .startsWith("stranger in the console: log in REFUSED Shop ID: invalid_");
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                tampered("another nonce", claims -> claims.claim("nonce", "of another log-in")),
                tampered("no nonce", claims -> claims.claims(all -> all.remove("nonce"))),
                tampered("another issuer", claims -> claims.issuer("https://evil.example")),
                tampered("another audience", claims -> claims.audience(List.of("another console"))),
                tampered("asked for by another console", claims -> claims.claim("azp", "another console")),
                tampered(
                        "over",
                        claims -> claims.expiresAt(Instant.now().minusSeconds(120))
                                .issuedAt(Instant.now().minusSeconds(600))),
                tampered(
                        "of tomorrow",
                        claims -> claims.issuedAt(Instant.now().plusSeconds(86_400))
                                .expiresAt(Instant.now().plusSeconds(90_000))));
    }

    private static Arguments tampered(String what, Consumer<JwtClaimsSet.Builder> how) {
        return Arguments.of(what, how);
    }

    @Test
    void nor_does_one_that_somebody_else_has_signed() {
        PROVIDER.signWithAnotherKey(true);

        assertThat(place(passage.logIn("s-3"))).isEqualTo("/log-in?provider=unproven");
        assertThat(client.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void whom_the_provider_sends_back_with_an_error_is_told_so() {
        String state =
                Passage.said(passage.begun("/log-in/provider?to=%2Ftrends")).get("state");

        assertThat(place(client.get(
                        "/log-in/provider/back?error=access_denied&error_description=no%0Away&state=" + state)))
                .isEqualTo("/log-in?provider=denied&to=%2Ftrends");
        assertThat(console.newest(1)).containsExactly("stranger in the console: log in REFUSED Shop ID: access_denied");
        assertThat(client.get("/log-in?provider=denied&to=%2Ftrends").body())
                .contains("Shop ID did not let you in.", "href=\"/log-in/provider?to&#x3D;%2Ftrends\"");
    }

    @Test
    void whoever_comes_in_goes_where_they_wanted_to() {
        assertThat(client.get("/trends?x=1").headers().firstValue("Location")).hasValue("/log-in?to=%2Ftrends%3Fx%3D1");
        assertThat(client.get("/log-in?to=%2Ftrends%3Fx%3D1").body())
                .contains(
                        "<a class=\"button\" href=\"/log-in/provider?to&#x3D;%2Ftrends%3Fx%3D1\">Log in with Shop ID</a>");
        assertThat(place(passage.logIn("s-1", "/log-in/provider?to=%2Ftrends%3Fx%3D1")))
                .isEqualTo("/trends?x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "evil"})
    void nobody_is_led_to_another_site(String to) {
        String way = "/log-in/provider?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        assertThat(place(passage.logIn("s-1", way))).isEqualTo("/");
    }

    @Test
    void whoever_leaves_is_gone_here_and_is_told_that_the_provider_may_not_know() {
        passage.logIn("s-2");
        client.get("/");
        assertThat(place(client.post("/log-out", Map.of()))).isEqualTo("/log-in?left");

        assertThat(client.get("/").statusCode()).isEqualTo(302);
        assertThat(client.get("/log-in?left").body()).contains("At <bdi>Shop ID</bdi> you may still be logged in");
        assertThat(console.newest(1)).containsExactly("olga (Shop ID) in the console: log out DONE ");
    }

    @Test
    void a_session_ends_as_any_other_does() {
        MutableClock clock = new MutableClock();
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        try (ServedConsole another = ServedConsole.over(DATABASE, root, PROVIDER.settings(), clock)) {
            PROVIDER.register(another.address());
            WebClient unused = another.stranger();
            new Passage(unused, PROVIDER).logIn("s-2");
            assertThat(unused.get("/account").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(31));
            assertThat(unused.get("/account").statusCode()).isEqualTo(302);

            WebClient used = another.stranger();
            clock.advance(Duration.between(clock.instant(), Instant.now()));
            new Passage(used, PROVIDER).logIn("s-2");
            for (int quarter = 0; quarter < 4 * 12; quarter++) {
                clock.advance(Duration.ofMinutes(15));
                assertThat(used.get("/account").statusCode()).isEqualTo(200);
            }
            clock.advance(Duration.ofSeconds(1));
            assertThat(used.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void password_and_factor_are_kept_elsewhere() {
        passage.logIn("s-2");

        assertThat(client.get("/account").body())
                .contains("olga (Shop ID)", "operator: ", "vouched for by", "kept there")
                .doesNotContain("/account/password", "recovery codes");
        assertThat(client.get("/account/password").statusCode()).isEqualTo(404);
        client.get("/");
        HttpResponse<String> pressed = client.post("/account/sessions", Map.of());
        assertThat(pressed.statusCode()).isEqualTo(404);
        assertThat(pressed.body()).contains("are not kept here");
        assertThat(console.newest(1))
                .containsExactly("olga (Shop ID) in the console: account end own other sessions REFUSED password and"
                        + " second factor are not kept here");
        assertThat(client.post("/account/nothing", Map.of()).statusCode()).isEqualTo(404);
        assertThat(console.newest(1)).first().asString().contains("account end own other sessions");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void a_claim_of_an_odd_shape_is_as_good_as_none(Object odd) {
        PROVIDER.tamper(claims -> claims.claim("email_verified", odd).claim("auth_time", odd));

        assertThat(place(passage.logIn("s-3"))).isEqualTo("/");
        assertThat(console.newest(1)).containsExactly(cameIn("s-3", "s-3", "admin"));
        assertThat(client.get("/new-account").body()).contains("You have not logged in at");
    }

    static Stream<Object> odd() {
        return Stream.of("yesterday", List.of(1), Map.of("at", 1), "");
    }

    @Test
    void what_cannot_be_undone_needs_another_log_in_where_the_last_one_is_long_ago() {
        PROVIDER.tamper(ProviderLogInIT::longAgo);
        passage.logIn("s-3");
        String again = "/log-in/provider?again&to=%2Fnew-account";
        assertThat(client.get("/new-account").body())
                .contains(
                        "You have not logged in at <bdi>Shop ID</bdi> for 15 minutes",
                        again.replace("&", "&amp;").replace("=", "&#x3D;"))
                .doesNotContain("name=\"factor\"");
        HttpResponse<String> early = client.post("/new-account", Map.of("name", "bob", "role", "viewer"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("Nothing was done: this needs that you have logged in at Shop ID of late");

        PROVIDER.tamper(claims -> {});
        URI there = passage.begun(again);
        assertThat(Passage.said(there)).containsEntry("prompt", "login").containsEntry("max_age", "900");
        assertThat(place(client.get(passage.back("s-3", there)))).isEqualTo("/new-account");
        assertThat(client.get("/new-account").body()).doesNotContain("You have not logged in at");
        assertThat(client.post("/new-account", Map.of("name", "bob", "role", "viewer"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(console.newest(1))
                .first()
                .asString()
                .startsWith("adam@example.com (Shop ID) in the console: account add");
    }

    @Test
    void a_provider_that_does_not_ask_again_ends_nothing_and_frees_nothing() {
        PROVIDER.tamper(ProviderLogInIT::longAgo);
        passage.logIn("s-3");

        assertThat(place(passage.logIn("s-3", "/log-in/provider?again&to=%2Fnew-account")))
                .isEqualTo("/log-in?provider=not-again&to=%2Fnew-account");
        assertThat(console.newest(1))
                .containsExactly(
                        "adam@example.com (Shop ID) in the console: log in REFUSED the provider did not ask for"
                                + " another log-in");
        assertThat(client.get("/new-account").body()).contains("You have not logged in at");
    }

    @Test
    void a_provider_that_does_not_say_when_people_logged_in_frees_nothing() {
        PROVIDER.tamper(claims -> claims.claims(all -> all.remove("auth_time")));
        passage.logIn("s-3");

        assertThat(client.get("/new-account").body()).contains("You have not logged in at");
    }

    @Test
    void accounts_are_the_way_in_all_the_same() {
        assertThat(console.as(Role.VIEWER).get("/").statusCode()).isEqualTo(200);
    }

    /** Only to look: nobody posts there, and what is not there is nobody's. */
    @Test
    void the_way_in_takes_no_other_method_and_has_no_other_page() {
        client.get("/log-in");
        assertThat(client.post("/log-in/provider", Map.of()).statusCode()).isIn(302, 404);
        assertThat(client.get("/log-in/provider/back").headers().firstValue("Location"))
                .hasValue("/log-in?provider=stale");
        assertThat(client.get("/log-in/provider/").headers().firstValue("Location"))
                .hasValue("/log-in?to=%2Flog-in%2Fprovider%2F");
        assertThat(client.get("/oauth2/authorization/provider").headers().firstValue("Location"))
                .hasValue("/log-in?to=%2Foauth2%2Fauthorization%2Fprovider");
    }

    private static void longAgo(JwtClaimsSet.Builder claims) {
        claims.claim("auth_time", Instant.now().minusSeconds(3600).getEpochSecond());
    }

    private static String cameIn(String name, String subject, String role) {
        return "%s (Shop ID) in the console: log in DONE %s vouches for subject %s; claim groups gives the role %s"
                .formatted(name, PROVIDER.issuer(), subject, role);
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(WebClient client) {
        return client.request("/").build().headers().firstValue("Cookie").orElse("");
    }
}
