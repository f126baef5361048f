package nightfill.application.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRouteTest {

    private static final Path SOMEWHERE = Path.of("/somewhere");

    @Test
    void keeps_to_directories_and_files_below_both_sides() {
        assertThat(new SyncRoute(SOMEWHERE, SOMEWHERE, Set.of("a/b", ".c", "...")).scope())
                .containsExactlyInAnyOrder("a/b", ".c", "...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/..", "/a", "a/", "a//b", "./a", "a/../../b"})
    void never_leads_elsewhere(String entry) {
        assertThatThrownBy(() -> new SyncRoute(SOMEWHERE, SOMEWHERE, Set.of(entry)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
