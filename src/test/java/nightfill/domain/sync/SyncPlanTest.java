package nightfill.domain.sync;

import static nightfill.domain.sync.Trees.plan;
import static nightfill.domain.sync.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import org.junit.jupiter.api.Test;

class SyncPlanTest {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void a_file_that_the_destination_lacks_is_copied() {
        Map<String, String> source = tree("a one");
        assertThat(SyncPlan.of(source, NOTHING).actions()).containsExactly(new Copy("a", "one"));
    }

    @Test
    void a_file_that_the_source_lacks_is_deleted() {
        assertThat(SyncPlan.of(NOTHING, tree("a one")).actions()).containsExactly(new Delete("a"));
    }

    @Test
    void a_content_that_stands_under_another_name_is_moved() {
        assertThat(plan(tree("new one"), tree("old one"))).containsExactly("move old to new");
    }

    @Test
    void equal_trees_need_no_change() {
        Map<String, String> tree = tree("""
                MANIFEST.sha256  m
                a                one
                b/c              (empty)
                """);
        assertThat(plan(tree, tree)).isEmpty();
    }

    @Test
    void a_name_with_new_content_is_copied_over_and_never_deleted() {
        assertThat(plan(tree("a new"), tree("a old"))).containsExactly("copy a");
    }

    @Test
    void a_content_that_is_wanted_twice_is_moved_once_and_copied_once() {
        Map<String, String> source = tree("""
                b  one
                c  one
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("move a to b", "copy c");
    }

    @Test
    void a_content_that_stays_where_it_is_gives_no_file_away() {
        Map<String, String> source = tree("""
                a  one
                b  one
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("copy b");
    }

    @Test
    void of_two_files_with_the_wanted_content_one_is_moved_and_one_deleted() {
        Map<String, String> destination = tree("""
                a  one
                b  one
                """);
        assertThat(plan(tree("c one"), destination)).containsExactly("move a to c", "delete b");
    }

    @Test
    void empty_files_are_equal_and_yet_never_moved() {
        assertThat(plan(tree("new (empty)"), tree("old (empty)"))).containsExactly("copy new", "delete old");
    }

    @Test
    void an_empty_file_stays_where_it_is() {
        assertThat(plan(tree("a (empty)"), tree("a (empty)"))).isEmpty();
    }

    @Test
    void a_rename_onto_a_name_that_exists_writes_over_it() {
        Map<String, String> destination = tree("""
                a  one
                b  two
                """);
        assertThat(plan(tree("b one"), destination)).containsExactly("move a to b");
    }

    @Test
    void two_names_that_swap_their_contents_take_one_copy_and_lose_neither() {
        Map<String, String> source = tree("""
                a  two
                b  one
                """);
        Map<String, String> destination = tree("""
                a  one
                b  two
                """);
        assertThat(plan(source, destination)).containsExactly("move a to b", "copy a");
    }

    @Test
    void a_chain_of_renames_begins_at_its_end() {
        Map<String, String> source = tree("""
                b  one
                c  two
                d  three
                """);
        Map<String, String> destination = tree("""
                a  one
                b  two
                c  three
                """);
        assertThat(plan(source, destination)).containsExactly("move c to d", "move b to c", "move a to b");
    }

    @Test
    void a_cycle_of_names_takes_one_copy() {
        Map<String, String> source = tree("""
                a  three
                b  one
                c  two
                """);
        Map<String, String> destination = tree("""
                a  one
                b  two
                c  three
                """);
        assertThat(plan(source, destination)).containsExactly("move b to c", "move a to b", "copy a");
    }

    @Test
    void each_of_two_cycles_takes_one_copy() {
        Map<String, String> source = tree("""
                a  two
                b  one
                c  four
                d  three
                """);
        Map<String, String> destination = tree("""
                a  one
                b  two
                c  three
                d  four
                """);
        assertThat(plan(source, destination)).containsExactly("move a to b", "copy a", "move c to d", "copy c");
    }

    @Test
    void the_same_name_in_another_folder_is_moved_before_other_names() {
        Map<String, String> source = tree("""
                new/a  one
                new/b  one
                """);
        Map<String, String> destination = tree("""
                old/b  one
                old/c  one
                """);
        assertThat(plan(source, destination)).containsExactly("move old/c to new/a", "move old/b to new/b");
    }

    @Test
    void namesakes_in_two_folders_are_told_apart_by_their_content() {
        Map<String, String> source = tree("""
                x/a  two
                y/a  one
                z/a  three
                """);
        Map<String, String> destination = tree("""
                u/a  one
                v/a  two
                w/a  four
                """);
        assertThat(plan(source, destination))
                .containsExactly("move v/a to x/a", "move u/a to y/a", "copy z/a", "delete w/a");
    }

    @Test
    void path_order_is_by_code_point() {
        Map<String, String> source = tree("""
                \uD83D\uDE9A  one
                \uFF5E        two
                """);
        assertThat(plan(source, NOTHING)).containsExactly("copy \uFF5E", "copy \uD83D\uDE9A");
    }

    @Test
    void a_file_leaves_before_a_directory_comes_to_its_place() {
        Map<String, String> source = tree("""
                a/b  two
                a/c  three
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("delete a", "copy a/b", "copy a/c");
    }

    @Test
    void a_directory_leaves_before_a_file_comes_to_its_place() {
        Map<String, String> destination = tree("""
                a/b    two
                a/c/d  three
                """);
        assertThat(plan(tree("a one"), destination)).containsExactly("delete a/b", "delete a/c/d", "copy a");
    }

    @Test
    void a_file_that_becomes_a_directory_may_go_elsewhere() {
        Map<String, String> source = tree("""
                a/b  two
                z    one
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("move a to z", "copy a/b");
    }

    @Test
    void a_directory_that_becomes_a_file_may_go_elsewhere() {
        Map<String, String> source = tree("""
                a    one
                z/b  two
                """);
        Map<String, String> destination = tree("""
                a/b  two
                a/c  three
                """);
        assertThat(plan(source, destination)).containsExactly("move a/b to z/b", "delete a/c", "copy a");
    }

    @Test
    void a_file_cannot_be_moved_below_itself() {
        assertThat(plan(tree("a/b one"), tree("a one"))).containsExactly("delete a", "copy a/b");
    }

    @Test
    void a_file_cannot_be_moved_onto_its_own_directory() {
        assertThat(plan(tree("a one"), tree("a/b one"))).containsExactly("delete a/b", "copy a");
    }

    @Test
    void another_file_helps_where_one_would_have_to_be_moved_below_itself() {
        Map<String, String> destination = tree("""
                a  one
                z  one
                """);
        assertThat(plan(tree("a/b one"), destination)).containsExactly("delete a", "move z to a/b");
    }

    @Test
    void another_file_helps_also_where_more_than_one_is_waiting() {
        Map<String, String> source = tree("""
                a/b  one
                a/c  two
                """);
        Map<String, String> destination = tree("""
                a  one
                z  one
                """);
        assertThat(plan(source, destination)).containsExactly("delete a", "move z to a/b", "copy a/c");
    }

    @Test
    void another_place_helps_where_a_file_would_have_to_be_moved_below_itself() {
        Map<String, String> source = tree("""
                a/b  one
                a/c  two
                z    one
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("move a to z", "copy a/b", "copy a/c");
    }

    @Test
    void another_place_helps_also_where_its_turn_was_before() {
        Map<String, String> source = tree("""
                0    one
                a/a  one
                a/c  two
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("move a to 0", "copy a/a", "copy a/c");
    }

    @Test
    void a_file_and_a_directory_that_swap_their_names_take_one_copy() {
        Map<String, String> source = tree("""
                a    four
                z/1  one
                z/2  two
                z/3  three
                """);
        Map<String, String> destination = tree("""
                a/1  one
                a/2  two
                a/3  three
                z    four
                """);
        assertThat(plan(source, destination))
                .containsExactly("delete z", "move a/1 to z/1", "move a/2 to z/2", "move a/3 to z/3", "copy a");
    }

    @Test
    void a_directory_and_a_file_that_swap_their_names_take_one_copy_too() {
        Map<String, String> source = tree("""
                a/1  one
                a/2  two
                a/3  three
                z    four
                """);
        Map<String, String> destination = tree("""
                a    four
                z/1  one
                z/2  two
                z/3  three
                """);
        assertThat(plan(source, destination))
                .containsExactly("delete a", "move z/1 to a/1", "move z/2 to a/2", "move z/3 to a/3", "copy z");
    }

    @Test
    void two_files_exchange_their_places_where_each_could_not_go_to_the_first() {
        Map<String, String> source = tree("""
                a/b  one
                c    one
                """);
        Map<String, String> destination = tree("""
                c/d  one
                e/b  one
                """);
        assertThat(plan(source, destination)).containsExactly("move c/d to a/b", "move e/b to c");
    }

    @Test
    void a_file_helps_another_place_before_it_is_written_over() {
        Map<String, String> source = tree("""
                a    two
                b/b  one
                b/c  three
                """);
        Map<String, String> destination = tree("""
                a  one
                b  one
                """);
        assertThat(plan(source, destination)).containsExactly("delete b", "move a to b/b", "copy a", "copy b/c");
    }

    @Test
    void a_file_is_moved_away_before_it_is_written_over() {
        Map<String, String> source = tree("""
                a  new
                b  one
                """);
        assertThat(plan(source, tree("a one"))).containsExactly("move a to b", "copy a");
    }

    @Test
    void a_cycle_is_none_where_a_file_can_be_spared() {
        Map<String, String> source = tree("""
                a  two
                b  one
                """);
        Map<String, String> destination = tree("""
                a  one
                b  two
                c  one
                """);
        assertThat(plan(source, destination)).containsExactly("move b to a", "move c to b");
    }

    @Test
    void a_cycle_is_none_where_its_content_is_to_be_copied_anyway() {
        Map<String, String> source = tree("""
                a  two
                b  one
                c  one
                """);
        Map<String, String> destination = tree("""
                a  one
                b  two
                """);
        assertThat(plan(source, destination)).containsExactly("move a to c", "move b to a", "copy b");
    }

    @Test
    void two_cycles_with_a_content_in_common_take_one_copy() {
        Map<String, String> source = tree("""
                a/x  one
                b/y  two
                c/y  two
                d/x  three
                """);
        Map<String, String> destination = tree("""
                a/x  two
                b/y  one
                c/y  three
                d/x  two
                """);
        assertThat(plan(source, destination))
                .filteredOn(action -> action.startsWith("copy"))
                .hasSize(1);
    }

    @Test
    void what_is_no_file_is_written_over_or_deleted_but_never_moved() {
        Map<String, String> source = tree("""
                a  one
                c  two
                """);
        Map<String, String> destination = tree("""
                a  link
                b  link
                """);
        assertThat(plan(source, destination)).containsExactly("copy a", "copy c", "delete b");
    }

    @Test
    void deletes_come_last() {
        Map<String, String> source = tree("""
                m  new
                z  one
                """);
        Map<String, String> destination = tree("""
                a  old
                b  one
                c  old
                """);
        assertThat(plan(source, destination)).containsExactly("copy m", "move b to z", "delete a", "delete c");
    }

    @Test
    void what_counts_as_deleted_is_what_the_source_does_not_have() {
        Map<String, String> source = tree("""
                MANIFEST.sha256  m
                a/b              one
                c                two
                """);
        Map<String, String> destination = tree("""
                MANIFEST.sha256  l
                a                zero
                d                two
                e                three
                f/MANIFEST.sha256  n
                """);
        assertThat(SyncPlan.of(source, destination).deletions())
                .containsExactly(new Delete("a"), new Delete("e"), new Delete("f/MANIFEST.sha256"));
    }
}
