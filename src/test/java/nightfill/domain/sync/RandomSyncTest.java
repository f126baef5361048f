package nightfill.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomSyncTest {

    private static final int PAIRS = 10_000;
    private static final int AT_ONCE = 500;

    @ParameterizedTest
    @MethodSource("seeds")
    void the_destination_becomes_equal_to_the_source(long first) {
        forEachPair(
                first,
                (trees, plan) -> assertThat(replayed(trees, trees.destination(), plan.actions()))
                        .isEqualTo(trees.source()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stopped_after_any_action_a_new_plan_leads_on(long first) {
        forEachPair(first, (trees, plan) -> {
            Replay replay = new Replay(trees.source(), trees.destination());
            for (SyncAction action : plan.actions()) {
                replay.carryOut(action);
                Map<String, String> stopped = Map.copyOf(replay.files());
                List<SyncAction> rest = SyncPlan.of(trees.source(), stopped).actions();
                assertThat(replayed(trees, stopped, rest)).isEqualTo(trees.source());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_trees_give_the_same_plan(long first) {
        forEachPair(first, (trees, plan) -> {
            Map<String, String> source = RandomTrees.shuffled(trees.source(), 1);
            Map<String, String> destination = RandomTrees.shuffled(trees.destination(), 2);
            assertThat(SyncPlan.of(source, destination)).isEqualTo(plan);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_more_is_copied_than_need_be(long first) {
        forEachPair(first, (trees, plan) -> {
            int fewest = new FewestCopies(trees.source(), trees.destination()).count();
            if (trees.hasFileForDirectory()) {
                assertThat(copiedContents(plan)).hasSizeGreaterThanOrEqualTo(fewest);
                assertThat(copiedContents(plan)).noneMatch(wasted(trees, plan)::contains);
            } else {
                assertThat(copiedContents(plan)).hasSize(fewest);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_path_is_touched_no_more_than_need_be(long first) {
        forEachPair(first, (trees, plan) -> {
            Set<String> changed = trees.changed();
            plan.actions().stream()
                    .filter(action -> !Replay.isManifest(action.path()))
                    .forEach(action -> assertThat(changed).contains(action.path()));
            assertThat(paths(plan, action -> !(action instanceof Delete))).doesNotHaveDuplicates();
            assertThat(paths(plan, Delete.class::isInstance)).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_deleted_is_what_nobody_needs(long first) {
        forEachPair(first, (trees, plan) -> {
            Set<String> unneeded = new TreeSet<>(trees.destination().keySet());
            unneeded.removeAll(trees.source().keySet());
            origins(plan).forEach(unneeded::remove);
            assertThat(plan.deletions().stream().map(Delete::path)).containsExactlyInAnyOrderElementsOf(unneeded);
            assertThat(paths(plan, Delete.class::isInstance).stream().filter(path -> !unneeded.contains(path)))
                    .allMatch(Replay::isManifest);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deletes_come_last_but_for_room_and_manifests(long first) {
        forEachPair(first, (trees, plan) -> {
            List<SyncAction> afterDeletes = plan.actions().stream()
                    .dropWhile(action -> !(action instanceof Delete) || isEarly(action, trees))
                    .toList();
            assertThat(afterDeletes)
                    .allMatch(action ->
                            action instanceof Delete || (action instanceof Copy && Replay.isManifest(action.path())));
        });
    }

    /** Makes room, or is a manifest. */
    private static boolean isEarly(SyncAction delete, RandomTrees trees) {
        return Replay.isManifest(delete.path())
                || trees.source().keySet().stream().anyMatch(path -> RandomTrees.collide(path, delete.path()));
    }

    private static Map<String, String> replayed(
            RandomTrees trees, Map<String, String> destination, List<SyncAction> actions) {
        Replay replay = new Replay(trees.source(), destination);
        actions.forEach(replay::carryOut);
        return replay.files();
    }

    private static List<String> copiedContents(SyncPlan plan) {
        return plan.actions().stream()
                .filter(action -> action instanceof Copy && !Replay.isManifest(action.path()))
                .map(action -> ((Copy) action).sha256())
                .filter(content -> !content.equals(Replay.EMPTY))
                .toList();
    }

    /** Contents of files that are deleted without having been in the way of anything. */
    private static Set<String> wasted(RandomTrees trees, SyncPlan plan) {
        return plan.deletions().stream()
                .filter(delete -> !isEarly(delete, trees))
                .map(delete -> Objects.requireNonNull(trees.destination().get(delete.path())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> origins(SyncPlan plan) {
        return plan.actions().stream().filter(Move.class::isInstance).map(move -> ((Move) move).from());
    }

    private static List<String> paths(SyncPlan plan, Predicate<SyncAction> which) {
        return plan.actions().stream().filter(which).map(SyncAction::path).toList();
    }

    private static void forEachPair(long first, BiConsumer<RandomTrees, SyncPlan> check) {
        for (long seed = first; seed < first + AT_ONCE; seed++) {
            RandomTrees trees = RandomTrees.drawn(seed);
            SyncPlan plan = SyncPlan.of(trees.source(), trees.destination());
            try {
                check.accept(trees, plan);
            } catch (AssertionError e) {
                throw new AssertionError("seed %d, %s, %s: %s".formatted(seed, trees, plan, e.getMessage()), e);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, PAIRS / AT_ONCE).map(block -> block * AT_ONCE);
    }
}
