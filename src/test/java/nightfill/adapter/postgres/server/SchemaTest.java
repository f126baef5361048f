package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void the_newest_version_is_that_of_the_last_migration() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/nightfill/migration"))) {
            assertThat(migrations.mapToInt(SchemaTest::version).max()).hasValue(Integer.parseInt(Schema.NEWEST));
        }
    }

    private static int version(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"));
    }
}
