package nightfill;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.web.server.WebServerFactory;

/** What Spring makes for the commands that work with the database. */
class WiringIT {

    @Test
    void nothing_but_the_console_opens_a_port(@TempDir Path directory) {
        try (TestNightfill nightfill = new TestNightfill(directory, 5)) {
            assertThatThrownBy(() -> nightfill.bean(WebServerFactory.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }
}
