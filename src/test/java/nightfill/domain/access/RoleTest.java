package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void a_viewer_may_do_nothing_but_look() {
        assertThat(EnumSet.allOf(Act.class)).noneMatch(Role.VIEWER::may);
    }

    @Test
    void an_operator_may_do_all_but_what_an_admin_alone_may() {
        assertThat(EnumSet.allOf(Act.class))
                .filteredOn(Role.OPERATOR::may)
                .containsExactlyInAnyOrder(
                        Act.RUN,
                        Act.RESTART,
                        Act.STOP,
                        Act.TAKE_OVER,
                        Act.PUBLISH,
                        Act.ACCEPT_SAME_FEED,
                        Act.ACCEPT_SHRUNK_FEEDS,
                        Act.ACCEPT_RENUMBERED,
                        Act.RUN_PENDING,
                        Act.RUN_AFTER_RESTORE);
    }

    @Test
    void an_admin_may_do_everything() {
        assertThat(EnumSet.allOf(Act.class)).allMatch(Role.ADMIN::may);
    }

    @Test
    void a_role_is_written_in_any_case() {
        for (Role role : Role.values()) {
            assertThat(Role.parse(role.title())).contains(role);
            assertThat(Role.parse(role.name())).contains(role);
            assertThat(role.title()).isEqualTo(role.name().toLowerCase(Locale.ROOT));
        }
        assertThat(Role.parse("root")).isEmpty();
        assertThat(Role.parse("")).isEmpty();
    }
}
