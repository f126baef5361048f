package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FigureConstraintsIT extends BrokenConstraints {

    private static final String FIGURES = """
            insert into run_figures (run_id, loaded_lines, loaded_units, released_lines, released_units, allocated_lines,
                allocated_units, open_lines, open_units, rows_read, rows_rejected, control_totals)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Test
    @Breaks("run_figures_pkey")
    void a_run_has_its_figures_once() throws SQLException {
        keep(1, 0, 0, 0, 0, 0);
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_run_id_fkey")
    void figures_are_those_of_a_run_that_is_known() throws SQLException {
        refused(FIGURES, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_loaded_lines_check")
    void lines_loaded_are_not_below_zero() throws SQLException {
        refused(FIGURES, 1L, -1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_check")
    void a_line_loaded_has_units() throws SQLException {
        refused(FIGURES, 1L, 2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        keep(1, 2, 2, 0, 0, 0);
    }

    @Test
    @Breaks("run_figures_released_lines_check")
    void lines_released_are_not_below_zero() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, -1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_check1")
    void a_line_released_has_units() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_allocated_lines_check")
    void lines_allocated_are_not_below_zero() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, -1L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_check2")
    void a_line_allocated_has_units() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 2L, 1L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_open_lines_check")
    void lines_left_open_are_not_below_zero() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 0L, 0L, -1L, 0L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_check3")
    void a_line_left_open_has_units() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 2L, 1L, 0L, 0L, 0L);
    }

    @Test
    @Breaks("run_figures_check4")
    void no_more_rows_are_rejected_than_were_read() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L, 0L);
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, -1L, 0L);
        keep(1, 0, 0, 1, 1, 0);
    }

    @Test
    @Breaks("run_figures_control_totals_check")
    void sums_compared_are_not_below_zero() throws SQLException {
        refused(FIGURES, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, -1L);
    }

    @Test
    void figures_lack_nothing() throws SQLException {
        keep(1, 0, 0, 0, 0, 0);
        for (String column : new String[] {
            "run_id",
            "loaded_lines",
            "loaded_units",
            "released_lines",
            "released_units",
            "allocated_lines",
            "allocated_units",
            "open_lines",
            "open_units",
            "rows_read",
            "rows_rejected",
            "control_totals"
        }) {
            refusedWithoutValue("update run_figures set %s = null".formatted(column));
        }
    }

    private void keep(long run, long lines, long units, long read, long rejected, long totals) throws SQLException {
        state(FIGURES, run, lines, units, 0L, 0L, 0L, 0L, 0L, 0L, read, rejected, totals);
    }
}
