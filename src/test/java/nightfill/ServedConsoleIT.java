package nightfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedConsoleIT {

    @Test
    void people_see_what_strangers_do_not(@TempDir Path root) {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root)) {
            WebClient viewer = console.as(Role.VIEWER);
            assertThat(viewer.get("/").body()).contains("viewer", "Log out");
            assertThat(console.stranger().get("/").statusCode()).isEqualTo(302);
        }
    }
}
