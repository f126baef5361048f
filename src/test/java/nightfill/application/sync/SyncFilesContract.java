package nightfill.application.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Sha256;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;
import nightfill.domain.sync.SyncPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everyone who gives a sync its directories must do. */
public abstract class SyncFilesContract {

    private final StopToken going = new StopToken();

    protected abstract SyncFiles files();

    /** A directory that is there and empty. */
    protected abstract Path root();

    protected abstract void write(Path file, String text) throws IOException;

    protected abstract void makeDirectory(Path directory) throws IOException;

    protected abstract boolean isDirectory(Path place);

    /** Lets a link be there. */
    protected abstract void makeLink(Path place) throws IOException;

    @Test
    void a_route_that_leads_forth_and_back_is_the_direct_one() throws IOException {
        with("source/a=1", "aside/b=1");

        SyncRoute real = files().real(new SyncRoute(root().resolve("aside/../source"), destination(), Set.of("a")));

        assertThat(real).isEqualTo(files().real(route("a")));
        assertThat(real.scope()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "source, destination, true",
        "source, source2, true",
        "source, source, false",
        "source, source/below, false",
        "source/below, source, false"
    })
    void directories_are_apart_unless_one_is_the_other_or_in_it(String source, String destination, boolean apart)
            throws IOException {
        with("source/below/a=1");
        SyncRoute route = new SyncRoute(root().resolve(source), root().resolve(destination), Set.of());

        assertThat(files().areApart(files().real(route))).isEqualTo(apart);
    }

    @Test
    void a_source_that_is_no_directory_is_nothing() throws IOException {
        assertThat(files().source(route(), going)).isEmpty();
        write(source(), "a file");
        assertThat(files().source(route(), going)).isEmpty();
    }

    @Test
    void a_source_is_told_with_the_content_of_each_file_its_directories_and_what_it_skips() throws IOException {
        with("source/a=1", "source/b/c=22");
        makeDirectory(source().resolve("empty/deep"));
        makeLink(source().resolve("b/link"));

        Tree tree = files().source(route(), going).orElseThrow();

        assertThat(tree.files()).isEqualTo(Map.of("a", content("1"), "b/c", content("22")));
        assertThat(tree.directories()).containsExactlyInAnyOrder("b", "empty", "empty/deep");
        assertThat(tree.skipped()).containsExactly(new Tree.Skipped("b/link", "link"));
    }

    @Test
    void a_destination_that_is_not_there_is_empty_and_a_file_in_its_place_is_refused() throws IOException {
        assertThat(files().destination(route(), going)).isEqualTo(Tree.EMPTY);
        write(destination(), "a file");
        refused(() -> files().destination(route(), going));
    }

    @Test
    void what_is_no_file_stands_among_the_files_of_a_destination_with_a_content_that_no_file_has() throws IOException {
        with("destination/a=1");
        makeLink(destination().resolve("link"));

        Tree tree = files().destination(route(), going);

        assertThat(tree.files()).containsOnlyKeys("a", "link").containsEntry("link", new Content("link", 0));
        assertThat(tree.skipped()).isEmpty();
    }

    @Test
    void a_scope_keeps_to_its_entries_and_the_directories_that_lead_there() throws IOException {
        with("source/x/1/a=1", "source/x/10/a=1", "source/y/2/a=1", "source/id=7", "source/other=8");

        Tree tree = files().source(route("x/1", "id", "z/3"), going).orElseThrow();

        assertThat(tree.files()).containsOnlyKeys("x/1/a", "id");
        assertThat(tree.directories()).containsExactlyInAnyOrder("x", "x/1");
    }

    @Test
    void a_destination_is_locked_for_one_sync_at_a_time() throws IOException {
        try (DestinationLock lock = files().lock(route(), going)) {
            busy(() -> files().lock(route(), going).close());
            SyncRoute elsewhere = new SyncRoute(source(), root().resolve("elsewhere"), Set.of());
            files().lock(elsewhere, going).close();
            assertThat(lock).isNotNull();
        }
        files().lock(route(), going).close();
    }

    @Test
    void a_destination_that_was_made_for_a_sync_goes_if_that_is_not_carried_out() throws IOException {
        files().lock(route(), going).close();
        assertThat(isDirectory(destination())).isFalse();

        makeDirectory(destination());
        files().lock(route(), going).close();
        assertThat(isDirectory(destination())).isTrue();
    }

    @Test
    void a_destination_stays_where_a_sync_was_carried_out_even_an_empty_one() throws IOException {
        makeDirectory(source());

        sync(route());

        assertThat(isDirectory(destination())).isTrue();
    }

    @Test
    void a_plan_is_carried_out_in_sequence_and_each_change_is_told() throws IOException {
        with("source/a=1", "source/b/c=22", "destination/x=1", "destination/old/gone=g", "destination/b=file");

        List<SyncAction> done = sync(route());

        assertThat(done).contains(new Move("x", "a"), new Delete("old/gone"));
        assertThat(files().destination(route(), going).files())
                .isEqualTo(Map.of("a", content("1"), "b/c", content("22")));
    }

    @Test
    void emptied_and_empty_directories_go_unless_the_source_has_them() throws IOException {
        with("source/a=1", "destination/emptied/deep/x=1", "destination/kept/y=9");
        makeDirectory(destination().resolve("empty/deep"));
        makeDirectory(source().resolve("kept"));
        makeDirectory(source().resolve("unknown"));

        sync(route());

        assertThat(files().destination(route(), going).directories()).containsExactly("kept");
    }

    @Test
    void directories_outside_of_the_scope_stay() throws IOException {
        with("source/x/1/a=1", "destination/x/2/a=1", "destination/y/1/a=1");
        makeDirectory(destination().resolve("empty"));

        sync(route("x/1", "y/1"));

        assertThat(files().destination(route(), going).directories())
                .containsExactlyInAnyOrder("empty", "x", "x/1", "x/2");
    }

    @Test
    void the_first_change_that_fails_is_the_last_that_is_tried() throws IOException {
        with("source/a=1", "destination/b=2", "destination/z=3");
        List<SyncAction> plan = List.of(copy("a", "1"), new Move("b", "c"), copy("gone", "g"), new Delete("z"));
        List<SyncAction> done = new ArrayList<>();

        assertThatIOException().isThrownBy(() -> carryOut(plan, done, going));

        assertThat(done).isEqualTo(plan.subList(0, 2));
        assertThat(files().destination(route(), going).files()).containsOnlyKeys("a", "c", "z");
        files().lock(route(), going).close();
    }

    @Test
    void a_file_that_changed_since_it_was_hashed_is_not_copied() throws IOException {
        with("source/a=new");
        List<SyncAction> done = new ArrayList<>();

        assertThatIOException().isThrownBy(() -> carryOut(List.of(copy("a", "old")), done, going));

        assertThat(done).isEmpty();
        assertThat(files().destination(route(), going).files()).isEmpty();
    }

    @Test
    void whatever_is_to_stop_ends_before_its_next_step() throws IOException {
        with("source/a=1", "destination/b=1");
        StopToken stopped = new StopToken();
        stopped.stop();
        List<SyncAction> done = new ArrayList<>();

        assertThatIOException()
                .isThrownBy(() -> files().source(route(), stopped))
                .isInstanceOf(InterruptedIOException.class);
        assertThatIOException()
                .isThrownBy(() -> files().destination(route(), stopped))
                .isInstanceOf(InterruptedIOException.class);
        assertThatIOException()
                .isThrownBy(() -> carryOut(List.of(new Delete("b")), done, stopped))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(files().destination(route(), going).files()).containsOnlyKeys("b");
        assertThat(done).isEmpty();
    }

    private Path source() {
        return root().resolve("source");
    }

    private Path destination() {
        return root().resolve("destination");
    }

    private SyncRoute route(String... scope) {
        return new SyncRoute(source(), destination(), Set.of(scope));
    }

    /** Files of both sides, each told as {@code source/path=content}. */
    private void with(String... all) throws IOException {
        for (String file : all) {
            String[] parts = file.split("=", 2);
            write(root().resolve(parts[0]), parts[1]);
        }
    }

    private List<SyncAction> sync(SyncRoute route) throws IOException {
        List<SyncAction> done = new ArrayList<>();
        try (DestinationLock lock = files().lock(route, going)) {
            Tree source = files().source(route, going).orElseThrow();
            Tree destination = files().destination(route, going);
            List<SyncAction> plan =
                    SyncPlan.of(source.hashes(), destination.hashes()).actions();
            lock.carryOut(source, destination, plan, done::add);
            assertThat(done).containsExactlyInAnyOrderElementsOf(plan);
        }
        return done;
    }

    private void carryOut(List<SyncAction> plan, List<SyncAction> done, StopToken stop) throws IOException {
        try (DestinationLock lock = files().lock(route(), stop)) {
            lock.carryOut(
                    files().source(route(), going).orElseThrow(), files().destination(route(), going), plan, done::add);
        }
    }

    private static Copy copy(String path, String text) {
        return new Copy(path, content(text).sha256());
    }

    private static Content content(String text) {
        return new Content(Sha256.of(text.getBytes(UTF_8)), text.length());
    }
}
