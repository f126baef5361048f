package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Strangers who begin to send and do not go on. */
class HalfSentRequestsIT {

    private static final int SOCKETS = 500;

    @Test
    @Timeout(30)
    void pages_and_buttons_go_on_while_many_hold_their_breath(@TempDir Path root) throws IOException {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root)) {
            WebClient admin = console.as(Role.ADMIN);
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int socket = 0; socket < SOCKETS; socket++) {
                    sockets.add(begin(
                            console.address(),
                            List.of("POST /log-in", "GET /log-in", "PUT /", "POST /api/allocations", "PUT /api/nights")
                                    .get(socket % 5),
                            ""));
                }
                for (int page = 0; page < 20; page++) {
                    assertThat(admin.send(admin.request("/").timeout(Duration.ofSeconds(5)))
                                    .statusCode())
                            .isEqualTo(200);
                }
                admin.get("/account");
                assertThat(admin.post("/account/end-sessions", Map.of()).statusCode())
                        .isNotEqualTo(429);
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
            assertThat(console.stranger().logIn("nobody", "x", "1").statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void nor_does_a_program_whose_token_counts(@TempDir Path root) throws IOException {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root)) {
            WebClient viewer = console.as(Role.VIEWER);
            String token = console.program("stalled", Role.OPERATOR).token();
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int socket = 0; socket < SOCKETS; socket++) {
                    sockets.add(begin(
                            console.address(), "POST /api/allocations", "Authorization: Bearer " + token + "\r\n"));
                }
                for (int page = 0; page < 20; page++) {
                    assertThat(viewer.send(viewer.request("/").timeout(Duration.ofSeconds(5)))
                                    .statusCode())
                            .isEqualTo(200);
                }
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }

    private static Socket begin(URI console, String what, String more) throws IOException {
        Socket socket = new Socket(console.getHost(), console.getPort());
        socket.getOutputStream()
                .write((what + " HTTP/1.1\r\nHost: x\r\n" + more
                                + "Content-Type: application/%s\r\nContent-Length: 500\r\n\r\na="
                                        .formatted(more.isEmpty() ? "x-www-form-urlencoded" : "json"))
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
