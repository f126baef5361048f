package nightfill.adapter.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstOpeningIT {

    @TempDir
    Path parent;

    @Soak
    @Test
    void processes_that_open_a_new_home_at_once_share_one_server() throws Exception {
        try (TestHome home = TestHome.unprepared(parent);
                Visitor one = Visitor.of(home.path());
                Visitor two = Visitor.of(home.path());
                Visitor three = Visitor.of(home.path())) {
            Set<String> urls = new HashSet<>();
            for (Visitor visitor : List.of(one, two, three)) {
                urls.add(visitor.arrive());
            }
            assertThat(urls).singleElement().asString().startsWith("jdbc:postgresql://127.0.0.1/");
            for (Visitor visitor : List.of(one, two, three)) {
                assertThat(home.postmaster().isAlive()).isTrue();
                assertThat(visitor.leave()).isZero();
            }
            assertThat(home.postmaster().isAbsent()).isTrue();
        }
    }

    @Soak
    @Test
    void a_home_may_have_spaces_and_umlauts_in_its_name_and_be_far_down() throws Exception {
        try (Visitor visitor = Visitor.of(parent + "/Möbel & Söhne (新)".repeat(20))) {
            assertThat(visitor.arrive()).startsWith("jdbc:postgresql://127.0.0.1/");
            assertThat(visitor.leave()).isZero();
        }
    }
}
