package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CopyOutIT {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\\b",
                "\\N",
                "\\",
                "a\tb",
                "a\nb\r\n",
                "\b\f\u000b",
                "\"a\",b",
                "ü\u2028\uD83D\uDE9A",
                "a\\tb"
            })
    void a_text_comes_as_it_is(String text) {
        DATABASE.update("create table if not exists told (text text)");
        DATABASE.update("truncate told");
        DATABASE.jdbc().sql("insert into told values (?)").param(text).update();

        assertThat(rows("select text, null, text from told")).containsExactly(List.of(text, "", text));
    }

    @Test
    void many_rows_come_in_their_order() {
        assertThat(rows("select n from generate_series(1, 20000) n"))
                .hasSize(20_000)
                .startsWith(List.of("1"), List.of("2"))
                .endsWith(List.of("20000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100_000})
    void a_session_is_as_before_when_whoever_takes_the_rows_gives_up(int rows) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
            assertThatThrownBy(() ->
                            CopyOut.forEach(one, "select n from generate_series(1, %d) n".formatted(rows), row -> {
                                throw new IllegalStateException("the disk is full");
                            }))
                    .hasMessage("the disk is full");
            assertThat(JdbcClient.create(one).sql("select 42").query(Long.class).single())
                    .isEqualTo(42);
            connection.rollback();
        }
    }

    @Test
    void what_takes_no_parameters_gets_them_written_out() {
        DATABASE.update("delete from run");
        Run run = DATABASE.runs().open(LocalDate.of(2026, 11, 20), Terms.USUAL, null);

        assertThat(new RunSql(DATABASE.jdbc(), run)
                        .literal("select :run, id::run, :runs, :date, :before from run where business_date = :date"))
                .isEqualTo(
                        "select %d, id::run, :runs, date '2026-11-20', 0 from run where business_date = date '2026-11-20'"
                                .formatted(run.id()));
    }

    private static List<List<String>> rows(String query) {
        List<List<String>> rows = new ArrayList<>();
        CopyOut.forEach(DATABASE.dataSource(), query, rows::add);
        return rows;
    }
}
