package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PublicationConstraintsIT extends BrokenConstraints {

    private static final String PUBLICATION = "insert into publication (directory, run_id, stands) values (?, ?, ?)";

    @Test
    @Breaks("publication_pkey")
    void a_run_stands_once_in_a_directory() throws SQLException {
        state(PUBLICATION, "/published", 1, true);
        refused(PUBLICATION, "/published", 1, false);
        state(PUBLICATION, "/elsewhere", 1, false);
        state(PUBLICATION, "/published", 2, false);
    }

    @Test
    @Breaks("publication_run_id_fkey")
    void a_published_run_is_known() throws SQLException {
        refused(PUBLICATION, "/published", 0, true);
    }

    @Test
    @Breaks("publication_directory_check")
    void a_publish_directory_has_a_path() throws SQLException {
        refused(PUBLICATION, "", 1, true);
    }

    @Test
    void a_publication_says_where_and_whether() throws SQLException {
        refusedWithoutValue("insert into publication (directory, run_id, stands) values (null, 1, true)");
        refusedWithoutValue("insert into publication (directory, run_id, stands) values ('/published', null, true)");
        refusedWithoutValue("insert into publication (directory, run_id) values ('/published', 1)");
    }
}
