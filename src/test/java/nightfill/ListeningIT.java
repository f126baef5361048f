package nightfill;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import nightfill.adapter.cli.CommandContext.ConsolePlace;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningIT {

    @TempDir
    Path root = Path.of("");

    @Test
    void a_port_that_is_taken_is_refused_at_once() throws Exception {
        try (ServerSocket taken = taken()) {
            assertRefused(at(taken)::requireFree, taken);
        }
    }

    /** Where somebody was faster, the framework waits for the half-started server to end. */
    @Soak
    @Test
    void so_is_one_that_is_taken_meanwhile() throws Exception {
        try (ServerSocket taken = taken();
                TestDatabase database = TestDatabase.migrated()) {
            assertRefused(() -> ServedConsole.at(at(taken), database, root), taken);
        }
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Listening at(ServerSocket taken) {
        return new Listening(new ConsolePlace("127.0.0.1", taken.getLocalPort(), false, null), Optional.empty());
    }

    private static void assertRefused(Runnable start, ServerSocket taken) {
        assertThatThrownBy(start::run)
                .hasMessage("port %d of 127.0.0.1 is taken".formatted(taken.getLocalPort()))
                .extracting(problem -> ((Problem) problem).kind())
                .isEqualTo(Kind.REFUSED);
    }
}
