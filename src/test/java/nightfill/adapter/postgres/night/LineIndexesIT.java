package nightfill.adapter.postgres.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.feeds.StagedRows;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When order lines have the indexes that guard them. */
class LineIndexesIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final List<String> ALL =
            List.of("line_cancelled", "line_known_once", "line_left", "line_loaded", "line_turn_once");

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    private final NightPorts ports = DATABASE.ports();

    @Test
    void the_first_lines_are_read_without_and_take_effect_with_them() {
        friday().read();
        assertThat(indexes()).containsExactly("line_cancelled", "line_left");
        DATABASE.database().empty();

        friday().takeEffect();

        assertThat(indexes()).isEqualTo(ALL);
    }

    @Test
    void they_are_made_again_for_the_run_after_one_that_was_discarded() {
        ports.runs().discard(friday().read());

        friday().takeEffect();

        assertThat(indexes()).isEqualTo(ALL);
    }

    @Test
    void a_night_after_one_without_lines_keeps_them() {
        new PortNight(ports, FRIDAY).with(Feed.BATCHES, "PO-1,CHAIR,10,").finish();

        new PortNight(ports, FRIDAY.plusDays(1))
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,2", "1002,1,CHAIR,2")
                .read();

        assertThat(indexes()).isEqualTo(ALL);
    }

    @Test
    void they_stay_where_somebody_looks_at_the_table_for_long() throws SQLException {
        try (Connection reader = DATABASE.database().dataSource().getConnection();
                Statement look = reader.createStatement()) {
            reader.setAutoCommit(false);
            look.execute("select from order_line");

            Run run = friday().read();

            assertThat(indexes()).isEqualTo(ALL);
            ports.staging()
                    .stage(run, Feed.ORDER_LINES, StagedRows.of(Feed.ORDER_LINES, "1001,1,CHAIR,2", "1,1,LAMP,1"));
            assertThat(DATABASE.database().number("select count(*) from order_line"))
                    .isEqualTo(2);
        }
    }

    private PortNight friday() {
        return new PortNight(ports, FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,2");
    }

    private static List<String> indexes() {
        return DATABASE.database()
                .jdbc()
                .sql("select indexname from pg_indexes where tablename = 'order_line' order by indexname")
                .query(String.class)
                .list();
    }
}
