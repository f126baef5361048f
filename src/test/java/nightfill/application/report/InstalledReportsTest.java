package nightfill.application.report;

import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledReportsTest {

    private static final String UUID = "7f9c24e8-3b12-4fef-91e0-56a2d3c4b5e6";

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final ReportFolder folder = nightfill.folders.at(OUTPUT);
    private final InstalledReports reports = new InstalledReports(nightfill.runs, folder);

    @Test
    void another_database_is_named() throws IOException {
        folder.setDatabaseId(UUID);
        assertThat(refused(() -> require()).what())
                .isEqualTo("the reports in %s come from database %s, this one is %s"
                        .formatted(OUTPUT, UUID, nightfill.runs.databaseId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOB-SECRET line", "", UUID + "0", "x" + UUID})
    void what_is_no_identity_is_not_quoted(String text) throws IOException {
        folder.setDatabaseId(text);
        assertThat(refused(() -> require()).what())
                .isEqualTo("the reports in %s come from another database, this one is %s"
                        .formatted(OUTPUT, nightfill.runs.databaseId()));
    }

    private void require() {
        try {
            reports.requireNoOtherDatabase();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
