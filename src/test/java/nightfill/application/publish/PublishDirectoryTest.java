package nightfill.application.publish;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.INPUT;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryPublishing.ELSEWHERE;
import static nightfill.harness.InMemoryPublishing.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.problem.StopToken;
import nightfill.domain.run.Run;
import nightfill.domain.words.Limit;
import nightfill.harness.InMemoryNightfill;
import nightfill.harness.InMemoryPublishing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishDirectoryTest {

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final InMemoryPublishing publishing = new InMemoryPublishing(nightfill);
    private final StopToken stop = new StopToken();

    private static Stream<Path> overlapping() {
        return Stream.of(OUTPUT, OUTPUT.resolve("below"), OUTPUT.getParent(), HOME, HOME.resolve("manifests"));
    }

    @ParameterizedTest
    @MethodSource("overlapping")
    void a_directory_that_overlaps_with_output_or_the_home_is_refused_before_anything_else(Path directory) {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(OUTPUT.resolve("2026-11-20"));

        refused(() -> publishing.publishDirectory.publish(OUTPUT, directory, stop));
        refused(() -> publishing.publishDirectory.prune(OUTPUT, directory, Limit.NONE, stop));

        assertThat(nightfill.publications.owed()).isEmpty();
    }

    @Test
    void a_directory_that_cannot_be_looked_at_is_judged_when_it_is_published_in() {
        nightfill.disk.breakDown(INPUT);

        assertThatNoException().isThrownBy(() -> publishing.places.require(INPUT, List.of(INPUT)));
    }

    @Test
    void finished_runs_are_added_and_superfluous_files_deleted() {
        Run friday = nightfill.finish(FRIDAY);
        assertThat(publishing.publishDirectory.publish(OUTPUT, PUBLISHED, stop).added())
                .containsExactly(friday);
        nightfill.disk.write(PUBLISHED.resolve("stray.txt"), "stray");

        assertThat(publishing.publishDirectory.prune(OUTPUT, PUBLISHED, Limit.NONE, stop))
                .containsExactly("stray.txt");
    }

    @Test
    void a_directory_that_is_forgotten_is_owed_nothing_any_more_and_others_are() {
        nightfill.finish(FRIDAY);
        nightfill.disk.breakDown(Path.of("/mnt"));
        failed(() -> publishing.publish(PUBLISHED));
        failed(() -> publishing.publish(ELSEWHERE));

        publishing.publishDirectory.forget(PUBLISHED);

        assertThat(nightfill.publications.owed()).containsExactly(ELSEWHERE);
    }

    @Test
    void a_directory_that_was_forgotten_can_be_published_in_again() {
        nightfill.finish(FRIDAY);
        publishing.publish(PUBLISHED);
        publishing.publishDirectory.forget(PUBLISHED);
        nightfill.finish(SATURDAY);

        assertThat(publishing.publish(PUBLISHED).added()).hasSize(2);
    }
}
