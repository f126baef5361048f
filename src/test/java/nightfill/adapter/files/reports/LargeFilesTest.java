package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.ContentReader;
import nightfill.application.problem.Problem;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.domain.proof.Manifest;
import nightfill.domain.run.Run;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Files with holes: they take no room on the disk, and whoever reads them takes hours, and all memory. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LargeFilesTest {

    private static final Run RUN = SwappedPlacesTest.RUN;
    private static final long LARGE = 1L << 40;

    @TempDir
    private Path output;

    private Path run = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        run = Files.createDirectories(output.resolve(RUN.directory()));
        Files.writeString(run.resolve("summary.json"), "{}");
    }

    @Test
    void a_large_manifest_is_not_read() throws IOException {
        large(Manifest.NAME);
        assertTooLarge(Manifest.NAME, () -> folder().shown(RUN.directory()));
        assertTooLarge(Manifest.NAME, () -> folder().manifestSha256(RUN));
        assertTooLarge(Manifest.NAME, () -> folder().differences(RUN));
        assertTooLarge(Manifest.NAME, () -> folder().foreign(RUN));
    }

    @Test
    void a_large_summary_is_not_read() throws IOException {
        large("summary.json");
        Files.writeString(run.resolve(Manifest.NAME), "");
        assertTooLarge("summary.json", () -> folder().shown(RUN.directory()));
        assertTooLarge("summary.json", () -> folder().summary(RUN));
    }

    @Test
    void an_intact_manifest_has_the_hash_of_its_bytes() throws IOException {
        Path manifest = Files.write(run.resolve(Manifest.NAME), "ä\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(folder().manifestSha256(RUN)).contains(ContentReader.sha256(manifest));
    }

    @Test
    void a_large_report_in_the_place_of_another_differs_by_its_size() throws IOException {
        try (Draft draft = folder().draft(RUN)) {
            draft.write(Report.STOCK, rows -> rows.accept(List.of("PO-1", "CHAIR", "10", "", "3", "2", "5")));
            Files.delete(run.resolve("summary.json"));
            large("stock.csv");

            assertThatThrownBy(draft::install)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("its stock.csv differs from what the night comes to now");
        }
    }

    private ReportFolder folder() {
        return FilesystemReportFolderTest.in(output);
    }

    private void large(String name) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(run.resolve(name).toFile(), "rw")) {
            file.setLength(LARGE);
        }
    }

    private void assertTooLarge(String name, ThrowingCallable look) {
        assertThatThrownBy(look)
                .isExactlyInstanceOf(FileSystemException.class)
                .hasMessage(run.resolve(name) + ": larger than 64 MiB");
    }
}
