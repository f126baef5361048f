package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleClaimTest {

    private static final Map<String, Role> ROLES =
            Map.of("staff", Role.VIEWER, "shift", Role.OPERATOR, "night-admins", Role.ADMIN);
    private static final RoleClaim GROUPS = new RoleClaim("groups", ROLES);

    @Test
    void it_is_one_text_or_a_list_of_them() {
        assertThat(GROUPS.in(Map.of("groups", "shift"))).hasValue(Role.OPERATOR);
        assertThat(GROUPS.in(Map.of("groups", List.of("shift")))).hasValue(Role.OPERATOR);
    }

    @Test
    void of_several_values_the_highest_role_counts() {
        assertThat(GROUPS.in(Map.of("groups", List.of("staff", "night-admins", "shift", "canteen"))))
                .hasValue(Role.ADMIN);
        assertThat(GROUPS.in(Map.of("groups", List.of("shift", "staff")))).hasValue(Role.OPERATOR);
    }

    @Test
    void a_value_counts_whole_and_to_the_letter() {
        assertThat(GROUPS.in(Map.of("groups", List.of("Shift", "night", "shift staff", " staff"))))
                .isEmpty();
    }

    @Test
    void what_is_no_text_gives_nothing() {
        assertThat(GROUPS.in(Map.of("groups", 7))).isEmpty();
        assertThat(GROUPS.in(Map.of("groups", Arrays.asList(null, true, List.of("shift"), Map.of("shift", "shift")))))
                .isEmpty();
        assertThat(GROUPS.in(Map.of())).isEmpty();
    }

    @Test
    void a_claim_within_others_is_found_by_the_way_to_it() {
        RoleClaim claim = new RoleClaim("realm_access.roles", ROLES);
        assertThat(claim.in(Map.of("realm_access", Map.of("roles", List.of("staff")))))
                .hasValue(Role.VIEWER);
        assertThat(claim.in(Map.of("realm_access", "staff"))).isEmpty();
        assertThat(claim.in(Map.of("roles", "staff"))).isEmpty();
    }

    @Test
    void a_claim_of_the_whole_name_goes_before_the_way() {
        RoleClaim claim = new RoleClaim("https://shop.example.com/roles", ROLES);
        assertThat(claim.in(Map.of("https://shop.example.com/roles", "shift"))).hasValue(Role.OPERATOR);
        assertThat(claim.in(Map.of(
                        "https://shop.example.com/roles",
                        "staff",
                        "https://shop",
                        Map.of("example", Map.of("com/roles", "night-admins")))))
                .hasValue(Role.VIEWER);
    }

    @Test
    void one_that_gives_nothing_is_known_from_one_that_is_missing() {
        assertThat(GROUPS.isIn(Map.of("groups", "canteen"))).isTrue();
        assertThat(GROUPS.isIn(Map.of("roles", "shift"))).isFalse();
    }
}
