package nightfill.domain.sync;

import static nightfill.domain.sync.Trees.plan;
import static nightfill.domain.sync.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    @Test
    void a_manifest_comes_after_what_it_lists() {
        Map<String, String> source = tree("""
                run/MANIFEST.sha256  m
                run/a                one
                run/sub/b            two
                zoo                  three
                """);
        assertThat(plan(source, Map.of()))
                .containsExactly("copy run/a", "copy run/sub/b", "copy run/MANIFEST.sha256", "copy zoo");
    }

    @Test
    void a_manifest_goes_before_a_file_beside_it_changes() {
        Map<String, String> source = tree("""
                a                    one
                run/MANIFEST.sha256  n
                run/a                two
                """);
        Map<String, String> destination = tree("""
                run/MANIFEST.sha256  m
                run/a                one
                """);
        assertThat(plan(source, destination))
                .containsExactly(
                        "delete run/MANIFEST.sha256", "move run/a to a", "copy run/a", "copy run/MANIFEST.sha256");
    }

    @Test
    void an_unchanged_manifest_goes_and_comes_again_where_files_below_it_change() {
        Map<String, String> source = tree("""
                MANIFEST.sha256  m
                sub/a            two
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256  m
                sub/a            one
                """);
        assertThat(plan(source, destination))
                .containsExactly("delete MANIFEST.sha256", "copy sub/a", "copy MANIFEST.sha256");
    }

    @Test
    void a_manifest_comes_after_the_deletes_of_its_directory() {
        Map<String, String> source = tree("""
                MANIFEST.sha256  m
                a                one
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256  l
                a                one
                b                two
                """);
        assertThat(plan(source, destination))
                .containsExactly("delete MANIFEST.sha256", "delete b", "copy MANIFEST.sha256");
    }

    @Test
    void a_manifest_alone_is_written_over() {
        Map<String, String> source = tree("""
                MANIFEST.sha256  m
                a                one
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256  l
                a                one
                """);
        assertThat(plan(source, destination)).containsExactly("copy MANIFEST.sha256");
    }

    @Test
    void a_manifest_without_a_source_is_deleted_with_the_rest() {
        Map<String, String> destination = tree("""
                a                one
                b/MANIFEST.sha256  m
                """);
        assertThat(plan(tree("a one"), destination)).containsExactly("delete b/MANIFEST.sha256");
    }

    @Test
    void a_manifest_that_the_source_no_longer_has_goes_first_and_for_good() {
        Map<String, String> source = tree("""
                a  two
                b  three
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256  m
                a                one
                b                two
                """);
        assertThat(plan(source, destination)).containsExactly("delete MANIFEST.sha256", "move b to a", "copy b");
    }

    @Test
    void a_manifest_stays_where_only_its_neighbours_change() {
        Map<String, String> source = tree("""
                a                    two
                run/MANIFEST.sha256  m
                run/a                one
                """);
        Map<String, String> destination = tree("""
                a                    one
                run/MANIFEST.sha256  m
                run/a                one
                """);
        assertThat(plan(source, destination)).containsExactly("copy a");
    }

    @Test
    void manifests_go_from_the_outside_in_and_come_from_the_inside_out() {
        Map<String, String> source = tree("""
                MANIFEST.sha256      k
                a/MANIFEST.sha256    l
                a/A/MANIFEST.sha256  m
                a/A/file             two
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256      k
                a/MANIFEST.sha256    l
                a/A/MANIFEST.sha256  m
                a/A/file             one
                """);
        assertThat(plan(source, destination))
                .containsExactly(
                        "delete MANIFEST.sha256",
                        "delete a/MANIFEST.sha256",
                        "delete a/A/MANIFEST.sha256",
                        "copy a/A/file",
                        "copy a/A/MANIFEST.sha256",
                        "copy a/MANIFEST.sha256",
                        "copy MANIFEST.sha256");
    }

    @Test
    void a_manifest_that_changes_alone_changes_what_lies_around_it() {
        Map<String, String> source = tree("""
                MANIFEST.sha256    l
                a/MANIFEST.sha256  n
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256    k
                a/MANIFEST.sha256  m
                """);
        assertThat(plan(source, destination))
                .containsExactly("delete MANIFEST.sha256", "copy a/MANIFEST.sha256", "copy MANIFEST.sha256");
    }

    @Test
    void both_ends_of_a_move_change_their_manifests() {
        Map<String, String> source = tree("""
                x/MANIFEST.sha256  m
                x/b                two
                y/MANIFEST.sha256  n
                y/a                one
                y/c                three
                """);
        Map<String, String> destination = tree("""
                x/MANIFEST.sha256  k
                x/a                one
                x/b                two
                y/MANIFEST.sha256  l
                y/c                three
                """);
        assertThat(plan(source, destination))
                .containsExactly(
                        "delete x/MANIFEST.sha256",
                        "delete y/MANIFEST.sha256",
                        "move x/a to y/a",
                        "copy y/MANIFEST.sha256",
                        "copy x/MANIFEST.sha256");
    }

    @Test
    void a_manifest_is_never_moved_to_where_another_has_its_content() {
        Map<String, String> destination = tree("""
                x/MANIFEST.sha256  m
                x/a                one
                """);
        Map<String, String> source = tree("""
                y/MANIFEST.sha256  m
                y/a                one
                """);
        assertThat(plan(source, destination))
                .containsExactly("delete x/MANIFEST.sha256", "move x/a to y/a", "copy y/MANIFEST.sha256");
    }

    @Test
    void a_manifest_alone_is_never_moved() {
        assertThat(plan(tree("y/MANIFEST.sha256 m"), tree("x/MANIFEST.sha256 m")))
                .containsExactly("copy y/MANIFEST.sha256", "delete x/MANIFEST.sha256");
    }

    @Test
    void no_file_takes_a_manifests_content_and_no_manifest_a_files() {
        assertThat(plan(tree("a m"), tree("MANIFEST.sha256 m"))).containsExactly("delete MANIFEST.sha256", "copy a");
        assertThat(plan(tree("MANIFEST.sha256 m"), tree("a m"))).containsExactly("delete a", "copy MANIFEST.sha256");
    }

    @Test
    void a_directory_with_a_manifest_may_become_a_file() {
        Map<String, String> destination = tree("""
                run/MANIFEST.sha256  m
                run/a                one
                """);
        assertThat(plan(tree("run two"), destination))
                .containsExactly("delete run/MANIFEST.sha256", "delete run/a", "copy run");
    }

    @Test
    void a_manifest_may_become_a_directory_and_the_reverse() {
        Map<String, String> file = tree("""
                MANIFEST.sha256  m
                a                one
                """);
        Map<String, String> directory = tree("""
                MANIFEST.sha256/b  two
                a                  one
                """);
        assertThat(plan(directory, file)).containsExactly("delete MANIFEST.sha256", "copy MANIFEST.sha256/b");
        assertThat(plan(file, directory)).containsExactly("delete MANIFEST.sha256/b", "copy MANIFEST.sha256");
    }
}
