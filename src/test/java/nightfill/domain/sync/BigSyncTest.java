package nightfill.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A plan that looked at every file for every file would take hours for each of these. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BigSyncTest {

    private static final int FILES = 100_000;

    private static final List<String> PATHS = IntStream.range(0, FILES)
            .map(file -> FILES + file)
            .mapToObj(Integer::toString)
            .map(digits -> digits.substring(0, 4) + "/" + digits.substring(4))
            .toList();

    @Test
    void a_chain_of_renames_may_be_as_long_as_the_tree() {
        SyncPlan plan = SyncPlan.of(tree(file -> file - 1), tree(file -> file));
        assertThat(plan.actions()).hasSize(FILES);
        assertThat(plan.actions().get(0)).isEqualTo(new Move(path(FILES - 2), path(FILES - 1)));
        assertThat(plan.actions().get(FILES - 1)).isEqualTo(new Copy(path(0), "-1"));
    }

    @Test
    void a_cycle_of_names_may_be_as_long_as_the_tree() {
        SyncPlan plan = SyncPlan.of(tree(file -> (file + 1) % FILES), tree(file -> file));
        assertThat(plan.actions())
                .hasSize(FILES)
                .filteredOn(Copy.class::isInstance)
                .hasSize(1);
    }

    @Test
    void all_files_may_have_the_same_content() {
        Map<String, String> source = tree(file -> 1);
        Map<String, String> destination = renamed(source, "old/");
        assertThat(SyncPlan.of(source, destination).actions()).hasSize(FILES).allMatch(Move.class::isInstance);
    }

    @Test
    void a_file_and_a_directory_of_all_the_others_may_swap_their_names() {
        Map<String, String> source = renamed(tree(file -> file), "z/");
        Map<String, String> destination = renamed(tree(file -> file), "a/");
        source.put("a", "file");
        destination.put("z", "file");
        List<SyncAction> actions = SyncPlan.of(source, destination).actions();
        assertThat(actions)
                .hasSize(FILES + 2)
                .filteredOn(Move.class::isInstance)
                .hasSize(FILES);
        assertThat(actions.get(0)).isEqualTo(new Delete("z"));
        assertThat(actions.get(FILES + 1)).isEqualTo(new Copy("a", "file"));
    }

    @Test
    void every_directory_may_have_its_manifest() {
        Map<String, String> destination = tree(file -> file);
        Map<String, String> source = tree(file -> -file);
        for (String directory : directories(source)) {
            source.put(directory + "/MANIFEST.sha256", "manifest");
            destination.put(directory + "/MANIFEST.sha256", "manifest");
        }
        assertThat(SyncPlan.of(source, destination).actions())
                .filteredOn(action -> Names.isManifest(action.path()))
                .hasSize(2 * FILES / 100);
    }

    private static Set<String> directories(Map<String, String> tree) {
        return tree.keySet().stream().map(Names::directory).collect(Collectors.toSet());
    }

    private static Map<String, String> renamed(Map<String, String> tree, String prefix) {
        return tree.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> prefix + file.getKey(), Map.Entry::getValue, (a, b) -> a, HashMap::new));
    }

    private static Map<String, String> tree(IntFunction<Integer> content) {
        return IntStream.range(0, FILES)
                .boxed()
                .collect(Collectors.toMap(
                        BigSyncTest::path, file -> content.apply(file).toString(), (a, b) -> a, HashMap::new));
    }

    private static String path(int file) {
        return PATHS.get(file);
    }
}
