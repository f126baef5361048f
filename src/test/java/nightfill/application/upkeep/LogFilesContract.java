package nightfill.application.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone who keeps logs must do. */
public abstract class LogFilesContract {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    protected abstract LogFiles logs();

    protected abstract void write(String name) throws IOException;

    /** The names of all files, in order. */
    protected abstract List<String> names() throws IOException;

    @Test
    void the_logs_of_days_before_a_day_are_removed_and_no_other_file_is() throws IOException {
        for (String name : List.of(
                "nightfill.2026-11-18.0.log",
                "nightfill.2026-11-19.0.log",
                "nightfill.2026-11-19.1.log",
                "nightfill.2026-11-20.0.log",
                "nightfill.2026-13-01.0.log",
                "nightfill.2026-11-19.0.log.gz",
                "nightfill.log",
                "notes.2026-11-19.0.log")) {
            write(name);
        }

        assertThat(logs().removeBefore(DAY)).isEqualTo(3);

        assertThat(names())
                .containsExactly(
                        "nightfill.2026-11-19.0.log.gz",
                        "nightfill.2026-11-20.0.log",
                        "nightfill.2026-13-01.0.log",
                        "nightfill.log",
                        "notes.2026-11-19.0.log");
        assertThat(logs().removeBefore(DAY)).isZero();
    }

    @Test
    void where_there_is_no_log_none_is_removed() throws IOException {
        assertThat(logs().removeBefore(DAY)).isZero();
    }
}
