package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncCounts;
import nightfill.application.sync.SyncOutcome;
import nightfill.application.sync.Synchronize;
import nightfill.domain.proof.Content;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedFilesTest {

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() {
        two = new TwoDirectories(root);
    }

    @Test
    void a_destination_that_is_missing_is_made() {
        two.with("source/a=1", "source/b/c=2", "source/b/empty=");

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
    }

    @Test
    void both_directories_may_be_links() throws IOException {
        two.with("from/a=1", "to/b=2");
        Files.createSymbolicLink(two.source(), root.resolve("from"));
        Files.createSymbolicLink(two.destination(), Path.of("to"));

        two.sync();

        assertThat(TwoDirectories.filesIn(root.resolve("to"))).isEqualTo(Map.of("a", "file 1"));
        assertThat(two.destination()).isSymbolicLink();
    }

    @Test
    void copies_moves_and_deletes_and_tells_what_it_did() {
        two.with("source/a=1", "source/b/c=22", "source/same=s")
                .with("destination/x=1", "destination/same=s", "destination/old/gone=g");

        SyncOutcome outcome = two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
        assertThat(outcome.counts()).isEqualTo(new SyncCounts(1, 1, 1, 1, 0, 2));
        assertThat(outcome.actions()).hasSize(3).hasAtLeastOneElementOfType(Copy.class);
        assertThat(outcome.actions()).contains(new Move("x", "a"), new Delete("old/gone"));
    }

    @Test
    void a_second_sync_finds_nothing_to_do() {
        two.with("source/a=1", "source/b/c=2").sync();
        Map<String, String> before = TwoDirectories.everythingIn(two.destination());

        assertThat(two.sync().actions()).isEmpty();
        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(before);
    }

    @Test
    void the_same_size_and_time_do_not_make_two_files_equal() throws IOException {
        two.with("source/a=new", "destination/a=old");
        Files.setLastModifiedTime(
                two.destination().resolve("a"),
                Files.getLastModifiedTime(two.source().resolve("a")));

        two.sync();

        assertThat(two.destination().resolve("a")).hasContent("new");
    }

    @Test
    void a_file_gives_way_to_a_directory_and_a_directory_to_a_file() {
        two.with("source/a/b/c=1", "source/d=2").with("destination/a=3", "destination/d/e/f=4", "destination/d/g=5");

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
    }

    @Test
    void names_that_change_places_do_so() {
        two.with("source/a=2", "source/b=1", "destination/a=1", "destination/b=2");

        two.sync();

        assertThat(TwoDirectories.filesIn(two.destination())).isEqualTo(TwoDirectories.filesIn(two.source()));
    }

    @Test
    void emptied_and_empty_directories_are_pruned_unless_the_source_has_them() throws IOException {
        two.with("source/a=1", "destination/emptied/deep/x=1", "destination/kept/y=9");
        Files.createDirectories(two.destination().resolve("empty/deep"));
        Files.createDirectories(two.source().resolve("kept"));
        Files.createDirectories(two.source().resolve("unknown"));

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination()))
                .containsOnly(Map.entry("", "directory"), Map.entry("a", "file 1"), Map.entry("kept", "directory"));
    }

    @Test
    void empty_directories_give_way_to_a_file() throws IOException {
        two.with("source/a=1", "destination/b=2");
        Files.createDirectories(two.destination().resolve("a/b/c"));
        Files.createDirectories(two.destination().resolve("a/d"));

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
    }

    @Test
    void copies_follow_the_umask_and_never_write_into_a_file_that_stands() throws IOException {
        two.with("source/a=new", "destination/a=old");
        Files.createLink(root.resolve("hard"), two.destination().resolve("a"));
        two.source().resolve("a").toFile().setExecutable(true);

        two.sync();

        assertThat(root.resolve("hard")).hasContent("old");
        Path fresh = Files.createFile(root.resolve("fresh"));
        assertThat(Files.getPosixFilePermissions(two.destination().resolve("a")))
                .isEqualTo(Files.getPosixFilePermissions(fresh));
    }

    @Test
    void a_scope_keeps_the_sync_to_directories_and_files_in_it() {
        two.with("source/2026-11-19/run-1/a=1", "source/2026-11-20/run-1/a=2", "source/2026-11-20/run-2/a=3")
                .with("source/.id=7", "source/other=8")
                .with("destination/2026-11-18/run-1/a=0", "destination/2026-11-20/run-1/b=2");

        SyncOutcome outcome = two.sync(two.within("2026-11-20/run-1", ".id", "2026-11-21/run-1"));

        assertThat(outcome.actions()).hasSize(2);
        assertThat(TwoDirectories.filesIn(two.destination()).keySet())
                .isEqualTo(Set.of(".id", "2026-11-18/run-1/a", "2026-11-20/run-1/a"));
    }

    @Test
    void a_directory_that_leads_to_the_scope_goes_with_the_last_file_in_it() {
        two.with("source/2026-11-19/run-1/a=1", "destination/2026-11-19/run-1/a=1", "destination/2026-11-20/run-1/a=2");

        two.sync(two.within("2026-11-20/run-1", "2026-11-19/run-1"));

        assertThat(two.destination().resolve("2026-11-20")).doesNotExist();
    }

    @Test
    void many_files_of_all_sizes_are_equal_afterwards() throws IOException {
        for (int i = 0; i < 300; i++) {
            TwoDirectories.write(two.source().resolve("d" + i % 7 + "/" + i), "x".repeat(i * i) + i);
        }

        SyncOutcome outcome = two.sync();

        assertThat(outcome.counts().copied()).isEqualTo(300);
        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
    }

    @Test
    void a_manifest_is_put_in_place_when_all_that_it_lists_is_there_and_files_go_when_all_is_in_place() {
        two.with("source/b/MANIFEST.sha256=b", "destination/b/MANIFEST.sha256=a", "destination/gone=1");
        for (int file = 0; file < 8; file++) {
            two.with("source/b/" + file + "=" + String.valueOf(file).repeat(1_000_000));
        }
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                if (source.place().endsWith("MANIFEST.sha256")) {
                    assertThat(TwoDirectories.filesIn(two.destination().resolve("b")))
                            .hasSize(8);
                }
                return super.copy(reader, source, target);
            }

            @Override
            public void delete(Entry entry) throws IOException {
                if (entry.place().endsWith("gone")) {
                    assertThat(two.destination().resolve("b/MANIFEST.sha256")).hasContent("b");
                }
                super.delete(entry);
            }
        });

        assertThat(two.sync().counts()).isEqualTo(new SyncCounts(9, 0, 2, 0, 0, 8_000_001));
    }

    @Test
    void a_sync_that_is_stopped_changes_nothing_and_the_next_one_goes_on() {
        two.with("source/a=1", "destination/b=2");
        Synchronize synchronize = two.synchronize();
        StopToken stop = new StopToken();
        stop.stop();

        assertThatThrownBy(() -> synchronize.sync(two.within("a"), stop)).hasMessageContaining("it was stopped");
        assertThat(two.destination().resolve("a")).doesNotExist();

        synchronize.sync(two.within("a"), new StopToken());
        assertThat(two.destination().resolve("a")).hasContent("1");
    }
}
