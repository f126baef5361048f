package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.files.Entries;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody does who may write to OUTPUT, while reports are written there: nothing outside of it changes. */
@Timeout(120)
class SwappedPlacesTest {

    static final Run RUN = new Run(
            1,
            new RunName(LocalDate.of(2026, 11, 20), 1),
            null,
            null,
            Terms.USUAL,
            new Run.Progress(State.ALLOCATING, 0, null));
    private static final List<String> ROW = List.of("PO-1", "CHAIR", "10", "", "3", "2", "5");
    private static final String PRECIOUS = "precious";

    /** Puts a link in place of each draft that it sees, as soon as it sees it. */
    private static final String SWAPPER = """
            import os, sys
            output, other = sys.argv[1:]
            seen = set()
            print("ready", flush=True)
            while True:
                for name in os.listdir(output):
                    if name.startswith(".2026-11-20-run-1.") and name not in seen:
                        seen.add(name)
                        try:
                            os.rename(os.path.join(output, name), os.path.join(output, "taken-%d" % len(seen)))
                            os.symlink(other, os.path.join(output, name))
                        except OSError:
                            pass
            """;

    @TempDir
    private Path root;

    private Path output = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void furnish() throws IOException {
        output = Files.createDirectory(root.resolve("reports"));
        other = Files.createDirectory(root.resolve("another's"));
        for (String file : List.of("stock.csv", "rejects.csv", "SHA256SUMS", "letter")) {
            Files.writeString(other.resolve(file), PRECIOUS);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_draft_that_is_swapped_is_not_put_in_place_and_nothing_is_written_elsewhere(boolean byLink)
            throws IOException {
        try (Draft draft = folder().draft(RUN)) {
            draft.write(Report.STOCK, rows -> rows.accept(ROW));
            Files.move(draft.place(), output.resolve("taken"));
            if (byLink) {
                Files.createSymbolicLink(draft.place(), other);
            } else {
                Files.move(other, draft.place());
            }
            draft.write(Report.REJECTS, rows -> {});

            assertThatThrownBy(draft::install).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.kind()).isEqualTo(Kind.FAILED);
                assertThat(problem.what()).contains(draft.place() + " was replaced by somebody");
            });
            assertThat(output.resolve("2026-11-20")).isEmptyDirectory();
            assertUntouched(byLink ? other : draft.place());
        }
    }

    @Test
    void a_date_that_is_a_link_is_not_followed() throws IOException {
        Files.createSymbolicLink(output.resolve("2026-11-20"), other);
        try (Draft draft = folder().draft(RUN)) {
            draft.write(Report.STOCK, rows -> rows.accept(ROW));

            assertThatThrownBy(draft::install).isInstanceOf(FileSystemException.class);
        }
        assertThat(folder().directories()).isEmpty();
        folder().remove(RUN);
        assertUntouched(other);
    }

    @Test
    void what_seems_left_over_is_removed_and_nothing_that_it_leads_to() throws IOException {
        Files.createSymbolicLink(left(), other);
        Path directory = Files.createDirectory(left());
        Files.createSymbolicLink(directory.resolve("link"), other);

        try (Draft draft = folder().draft(RUN)) {
            assertThat(Entries.of(output)).containsExactly(draft.place());
        }
        assertUntouched(other);
    }

    /** Who may rename in OUTPUT cannot have a date removed by giving it such a name. */
    @Test
    void reports_that_are_called_a_leftover_stay() throws IOException {
        Path run = Files.createDirectories(left().resolve("run-1"));
        Files.writeString(run.resolve("stock.csv"), PRECIOUS);

        folder().draft(RUN).close();

        assertThat(run.resolve("stock.csv")).hasContent(PRECIOUS);
    }

    @Test
    void reports_that_somebody_put_a_directory_among_are_out_of_the_way_and_told() throws IOException {
        Path run = Files.createDirectories(output.resolve("2026-11-20/run-1"));
        Files.writeString(Files.createDirectory(run.resolve("@eaDir")).resolve("letter"), PRECIOUS);

        Path draft = Files.createDirectories(left().resolve("@eaDir"));

        List<Path> left = folder().remove(RUN);

        assertThat(left)
                .hasSize(2)
                .contains(draft.getParent())
                .containsExactlyInAnyOrderElementsOf(Entries.of(output))
                .anySatisfy(place -> assertThat(place.resolve("@eaDir/letter")).hasContent(PRECIOUS));
        assertThat(folder().remove(RUN)).containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void reports_that_are_removed_leave_nothing() throws IOException {
        Files.writeString(
                Files.createDirectories(output.resolve("2026-11-20/run-1")).resolve("stock.csv"), "x");

        assertThat(folder().remove(RUN)).isEmpty();

        assertThat(output).isEmptyDirectory();
    }

    @Test
    void what_only_resembles_a_leftover_stays() throws IOException {
        Path similar = Files.createDirectory(output.resolve(".2026-11-20-run-1.old"));

        folder().draft(RUN).close();

        assertThat(similar).isDirectory();
    }

    @Test
    void a_mark_that_is_a_link_is_replaced_and_never_read() throws IOException {
        Path mark = output.resolve(ReportFolder.IDENTITY);
        Files.createSymbolicLink(mark, other.resolve("letter"));

        assertThatThrownBy(() -> folder().databaseId())
                .isInstanceOf(FileSystemException.class)
                .hasMessage(mark + ": it is not a file");
        folder().setDatabaseId("this one");

        assertThat(mark).isRegularFile().hasContent("this one\n");
        assertUntouched(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {ReportFolder.IDENTITY, "2026-11-20/run-1/SHA256SUMS", "2026-11-20/run-1/summary.json"})
    void a_pipe_in_place_of_a_file_keeps_nobody_waiting(String file) throws Exception {
        Path pipe = output.resolve(file);
        Files.createDirectories(pipe.resolveSibling(""));
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(20, TimeUnit.SECONDS))
                .isTrue();

        assertThatThrownBy(() -> {
                    folder().databaseId();
                    folder().differences(RUN);
                    folder().summary(RUN);
                })
                .isInstanceOf(IOException.class);
        assertThat(folder().shown(RUN.directory())).isEmpty();
    }

    @Test
    void a_file_whose_name_is_no_text_does_not_belong_to_a_run() throws Exception {
        Path run = Files.createDirectories(output.resolve("2026-11-20/run-1"));
        assertThat(new ProcessBuilder("sh", "-c", "touch \"$0/$(printf 'n\\377')\"", run.toString())
                        .start()
                        .waitFor(20, TimeUnit.SECONDS))
                .isTrue();
        try (Draft draft = folder().draft(RUN)) {
            assertThatThrownBy(draft::install)
                    .isInstanceOf(Problem.class)
                    .hasMessageMatching("(?s).*exists already, but n.+ does not belong there.*");
        }
    }

    /** By another user where that can be had; who wins does not matter. */
    @Test
    void two_hundred_races_for_a_draft_write_nothing_elsewhere() throws Exception {
        Neighbour.opened(root);
        Neighbour.opened(output);
        try (Neighbour swapper = Neighbour.doing(SWAPPER, output, other)) {
            for (int round = 1; round <= 200; round++) {
                race(round);
            }
            assertThat(swapper).isNotNull();
        }
        assertUntouched(other);
    }

    private void race(int round) throws IOException {
        Path place = output.resolve("2026-11-20/run-1");
        try (Draft draft = folder().draft(RUN)) {
            draft.write(Report.STOCK, rows -> {
                for (int row = 0; row < 200; row++) {
                    rows.accept(ROW);
                }
            });
            draft.install();
            assertThat(place).as("round %d", round).isDirectory();
            assertThat(Files.isSymbolicLink(place)).as("round %d", round).isFalse();
            assertThat(folder().differences(RUN)).as("round %d", round).isEmpty();
        } catch (IOException | Problem lost) {
            assertThat(Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                    .as("round %d: %s", round, lost)
                    .isFalse();
        }
        folder().remove(RUN);
    }

    private Path left() {
        return output.resolve(".2026-11-20-run-1." + UUID.randomUUID());
    }

    private static void assertUntouched(Path directory) throws IOException {
        assertThat(Entries.of(directory))
                .hasSize(4)
                .allSatisfy(file -> assertThat(file).hasContent(PRECIOUS));
    }

    private ReportFolder folder() {
        return FilesystemReportFolderTest.in(output);
    }
}
