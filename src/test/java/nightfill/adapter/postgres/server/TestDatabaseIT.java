package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

    @Test
    void is_empty_and_of_its_own() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            create(one);
            create(other);
            assertThat(one.url()).isNotEqualTo(other.url());
        }
    }

    @Test
    void orders_texts_by_code_point() throws SQLException {
        try (TestDatabase database = TestDatabase.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT 'Z' < 'a' COLLATE \"C\" AND U&'\\FF5E' < U&'\\+01F600' COLLATE \"C\"")) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void is_gone_when_closed() {
        TestDatabase database = TestDatabase.create();
        database.close();
        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class).hasMessageContaining("does not exist");
    }

    private static void create(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE made_by_the_test ()");
        }
    }
}
