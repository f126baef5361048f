package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import nightfill.adapter.web.security.AccessMatrix.Row;
import nightfill.domain.access.Role;
import nightfill.harness.Mappings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Every page and act has a row that says who may, and every row has its page or act. */
class AccessMatrixIT {

    private final AccessMatrix matrix = new AccessMatrix();

    @Test
    void every_mapping_has_a_row_and_every_row_a_mapping() {
        assertThat(AccessMatrix.ROWS.stream().map(row -> row.method() + " " + row.path()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Mappings.all());
    }

    @Test
    void whoever_is_not_logged_in_sees_nothing_but_the_way_in_and_whether_there_is_one() {
        assertThat(AccessMatrix.ROWS.stream().filter(row -> row.least() == null).map(Row::path))
                .containsOnly(
                        "/console.css",
                        "/live.js",
                        "/icon.svg",
                        "/favicon.ico",
                        "/log-in",
                        "/set-up",
                        "/join",
                        "/actuator/health",
                        "/actuator/health/readiness",
                        "/actuator/health/liveness",
                        "/api/openapi.json");
        assertThat(isLet("GET", "/log-in", null)).isTrue();
        assertThat(isLet("GET", "/", null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void every_role_sees_what_viewers_see(Role role) {
        assertThat(isLet("GET", "/", role)).isTrue();
        assertThat(isLet("GET", "/nights/2026-11-20/1", role)).isTrue();
    }

    /** What another path would slip through must be nobody's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nights",
                "/nights/2026-11-20",
                "/nights/2026-11-20/1/",
                "//",
                "/nights/2026-11-20/1;x=y/2",
                "/NIGHTS/2026-11-20/1",
                "/actuator",
                "/error"
            })
    void what_has_no_row_is_nobodys(String path) {
        assertThat(isLet("GET", path, Role.ADMIN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /",
        "POST, /",
        "HEAD, /log-out",
        "DELETE, /",
        "PUT, /nights/2026-11-20/1",
        "TRACE, /log-in",
        "POST, /console.css"
    })
    void a_row_is_for_its_method_alone(String method, String path) {
        assertThat(isLet(method, path, Role.ADMIN)).isFalse();
    }

    private boolean isLet(String method, String path, @Nullable Role role) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        @Nullable
        Authentication who =
                role == null ? null : AccountLogIn.authenticated(new Visitor("anna", role, 1, Instant.EPOCH));
        return Objects.requireNonNull(matrix.authorize(() -> who, new RequestAuthorizationContext(request)))
                .isGranted();
    }
}
