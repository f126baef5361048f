package nightfill.adapter.cli.text;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.night.NightOutcome;
import nightfill.application.report.InMemoryReportFolders;
import nightfill.application.report.InMemorySummaries;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.harness.InMemoryDisk;
import org.junit.jupiter.api.Test;

class DeliveryTextTest {

    private static final Path OUTPUT = Path.of("/srv/reports");
    private static final Run RUN = new Run(
            1,
            new RunName(LocalDate.of(2026, 11, 20), 1),
            null,
            null,
            Terms.USUAL,
            new Run.Progress(Run.State.FINISHED, 0, "hash"));

    private final DeliveryText text = new DeliveryText(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            new InMemoryReportFolders(new InMemoryDisk(), new InMemorySummaries()).at(OUTPUT));

    @Test
    void reports_that_somebody_took_away_as_soon_as_they_were_there_are_told() {
        NightOutcome outcome = new NightOutcome(RUN, false, List.of(), List.of(), List.of());

        assertThat(said(failed(() -> text.night(outcome))))
                .startsWith("2026-11-20 run 1 is finished, but its summary cannot be read: ")
                .contains(OUTPUT.resolve("2026-11-20/run-1/summary.json").toString());
    }
}
