package nightfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.adapter.web.provider.Provider;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSettingsTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "NIGHTFILL_OIDC_ISSUER", "https://id.example.com/realms/shop",
            "NIGHTFILL_OIDC_CLIENT_ID", "nightfill",
            "NIGHTFILL_OIDC_CLIENT_SECRET", "se cret ",
            "NIGHTFILL_OIDC_ROLE_CLAIM", "groups",
            "NIGHTFILL_OIDC_VIEWERS", "staff");

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(ENOUGH);
        settings.put(name, value);
        return settings;
    }

    private static Provider provider(Map<String, String> environment) {
        return new ConsoleSettings(environment).provider().orElseThrow();
    }

    private static void assertWrong(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> provider(environment))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(message)
                .extracting(problem -> ((Problem) problem).kind())
                .isEqualTo(Kind.USAGE);
    }

    @Test
    void without_an_issuer_nobody_else_vouches_for_people() {
        assertThat(new ConsoleSettings(Map.of()).provider()).isEmpty();
        assertThat(new ConsoleSettings(Map.of("NIGHTFILL_OIDC_ISSUER", "", "NIGHTFILL_OIDC_NAME", " ")).provider())
                .isEmpty();
    }

    @Test
    void whoever_sets_anything_else_of_one_wants_one() {
        assertWrong(
                with("NIGHTFILL_OIDC_ISSUER", " "),
                "NIGHTFILL_OIDC_CLIENT_ID is set, and NIGHTFILL_OIDC_ISSUER is not");
        assertWrong(
                Map.of("NIGHTFILL_OIDC_ISSUR", "https://id.example.com"),
                "NIGHTFILL_OIDC_ISSUR is set, and NIGHTFILL_OIDC_ISSUER is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ann:sesame@id.example.com", "http://sesame@id.example.com"})
    void what_may_be_a_password_is_no_part_of_an_issuer_and_is_not_shown(String issuer) {
        assertWrong(with("NIGHTFILL_OIDC_ISSUER", issuer), "NIGHTFILL_OIDC_ISSUER names a user");
        assertThatThrownBy(() -> provider(with("NIGHTFILL_OIDC_ISSUER", issuer)))
                .hasMessageNotContaining("sesame");
    }

    @Test
    void a_provider_has_defaults_for_what_it_is_called_and_asked() {
        Provider provider = provider(ENOUGH);

        assertThat(provider.name()).isEqualTo("id.example.com");
        assertThat(provider.issuer()).isEqualTo("https://id.example.com/realms/shop");
        assertThat(provider.client().id()).isEqualTo("nightfill");
        assertThat(provider.client().secret()).isEqualTo("se cret ");
        assertThat(provider.client().scopes()).containsExactly("openid", "profile", "email");
        assertThat(provider.roles().name()).isEqualTo("groups");
        assertThat(provider.roles().roles()).isEqualTo(Map.of("staff", Role.VIEWER));
    }

    @Test
    void both_can_be_set() {
        Map<String, String> settings = with("NIGHTFILL_OIDC_NAME", "Shop ID");
        settings.put("NIGHTFILL_OIDC_SCOPES", " email  groups openid");

        assertThat(provider(settings).name()).isEqualTo("Shop ID");
        assertThat(provider(settings).client().scopes()).isEqualTo(List.of("openid", "email", "groups"));
    }

    @Test
    void a_role_has_several_values_and_a_value_the_higher_of_two_roles() {
        Map<String, String> settings = with("NIGHTFILL_OIDC_VIEWERS", "staff; CN=all, O=shop ;;shift");
        settings.put("NIGHTFILL_OIDC_OPERATORS", "shift;boss");
        settings.put("NIGHTFILL_OIDC_ADMINS", "boss");

        assertThat(provider(settings).roles().roles())
                .isEqualTo(Map.of(
                        "staff",
                        Role.VIEWER,
                        "CN=all, O=shop",
                        Role.VIEWER,
                        "shift",
                        Role.OPERATOR,
                        "boss",
                        Role.ADMIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9000", "http://127.0.0.1:9000/id", "http://[::1]:9000"})
    void on_this_host_an_issuer_may_do_without_tls(String issuer) {
        assertThat(provider(with("NIGHTFILL_OIDC_ISSUER", issuer)).issuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com",
                "id.example.com",
                "https:",
                "https:///realms",
                "https://id.example.com?x=1",
                "https://id.example.com#x",
                "ftp://localhost",
                "no address"
            })
    void any_other_needs_an_address_by_https(String issuer) {
        assertWrong(
                with("NIGHTFILL_OIDC_ISSUER", issuer), "NIGHTFILL_OIDC_ISSUER is %s, which is not".formatted(issuer));
    }

    /** It stands in brackets behind the name of a person. */
    @ParameterizedTest
    @ValueSource(strings = {"Shop (ID)", " ID", "-", "a\nb", "12345678901234567890123456789012345678901"})
    void a_name_is_short_and_plain(String name) {
        assertWrong(with("NIGHTFILL_OIDC_NAME", name), "NIGHTFILL_OIDC_NAME is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIGHTFILL_OIDC_CLIENT_ID", "NIGHTFILL_OIDC_CLIENT_SECRET", "NIGHTFILL_OIDC_ROLE_CLAIM"})
    void what_has_no_default_must_be_set(String name) {
        assertWrong(with(name, ""), name + " is not set");
    }

    @Test
    void somebody_must_be_able_to_log_in() {
        assertWrong(with("NIGHTFILL_OIDC_VIEWERS", " ; "), "none of NIGHTFILL_OIDC_VIEWERS, ");
    }

    @Test
    void nothing_shows_its_secrets() {
        Map<String, String> settings = new HashMap<>(ENOUGH);
        settings.put("NIGHTFILL_KEY_STORE_PASSWORD", "open sesame");

        assertThat(new ConsoleSettings(settings)).asString().doesNotContain("se cret", "sesame");
        assertThat(provider(settings)).asString().doesNotContain("se cret");
        assertThat(new ConsoleSettings(settings).keyStorePassword()).isEqualTo(Optional.of("open sesame"));
    }
}
