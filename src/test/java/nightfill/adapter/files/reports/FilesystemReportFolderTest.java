package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.adapter.csv.CsvReportReader;
import nightfill.adapter.csv.CsvReportWriter;
import nightfill.adapter.json.JsonDataPackageFormat;
import nightfill.adapter.json.JsonSummaryFormat;
import nightfill.adapter.page.HtmlPageFormat;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolderContract;
import nightfill.application.run.OpenFence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemReportFolderTest extends ReportFolderContract {

    @TempDir
    private Path directory;

    @Override
    protected ReportFolder folder() {
        return in(directory.resolve("reports"));
    }

    /** With the formats of the product, and nobody to be fenced off. */
    static ReportFolder in(Path output) {
        ReportFormats formats = new ReportFormats(
                new CsvReportWriter(),
                new CsvReportReader(),
                new JsonSummaryFormat(),
                new JsonDataPackageFormat(),
                new HtmlPageFormat());
        return new FilesystemReportFolder(output, formats, new OpenFence());
    }

    @Test
    void of_what_says_whose_it_is_no_more_is_read_than_an_identity_takes() throws IOException {
        Path mark = Files.createDirectories(directory.resolve("reports")).resolve(ReportFolder.IDENTITY);
        Files.writeString(mark, "x".repeat(100));
        assertThat(folder().databaseId()).contains("x".repeat(37));

        String identity = "7f9c24e8-3b12-4fef-91e0-56a2d3c4b5e6";
        folder().setDatabaseId(identity);
        assertThat(folder().databaseId()).contains(identity);
    }

    @Override
    protected void alter(Path file) throws IOException {
        Files.writeString(file, "altered");
    }

    @Override
    protected void remove(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    protected boolean exists(Path place) {
        return Files.exists(place);
    }
}
