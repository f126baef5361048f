package nightfill.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class UnixSocketTest {

    private static final int MUCH = 10_000_000;
    private static final int MOMENT = 200;

    /** The driver names one, and gets the socket. */
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private final Path directory;
    private final ServerSocketChannel server;
    private final List<Socket> clients = new ArrayList<>();

    UnixSocketTest(@TempDir Path place) throws IOException {
        directory = place;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(place.resolve(UnixSockets.NAME)), 1);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        server.close();
    }

    private Socket connected() throws IOException {
        return connected(directory);
    }

    private Socket connected(Path place) throws IOException {
        Socket socket = new UnixSockets(place.toString()).createSocket();
        clients.add(socket);
        socket.connect(ANY);
        return socket;
    }

    private static <T> Thread start(FutureTask<T> task) {
        Thread thread = new Thread(task, "waiting");
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        await().until(() -> List.of(thread.getStackTrace()).toString().contains("EPoll.wait"));
    }

    @Test
    void a_recorder_may_watch_what_is_read_and_written() throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.SocketRead").withThreshold(Duration.ZERO);
            recording.enable("jdk.SocketWrite").withThreshold(Duration.ZERO);
            recording.start();
            Socket client = connected();
            try (SocketChannel accepted = server.accept()) {
                client.getOutputStream().write("a".getBytes(UTF_8));
                accepted.write(ByteBuffer.wrap("b".getBytes(UTF_8)));
                assertThat(client.getInputStream().read()).isEqualTo('b');
            }
        }
    }

    @Test
    void what_is_said_arrives_on_either_side_and_so_does_the_end() throws IOException {
        Socket client = connected();
        try (SocketChannel other = server.accept()) {
            client.getOutputStream().write("ask".getBytes(UTF_8));
            assertThat(Channels.newInputStream(other).readNBytes(3)).isEqualTo("ask".getBytes(UTF_8));
            other.write(ByteBuffer.wrap("answer".getBytes(UTF_8)));
        }
        assertThat(client.getInputStream().readAllBytes()).isEqualTo("answer".getBytes(UTF_8));
    }

    @Test
    void what_the_other_side_said_before_it_went_is_read_although_more_was_written() throws IOException {
        Socket client = connected();
        try (SocketChannel other = server.accept()) {
            other.write(ByteBuffer.wrap("bye".getBytes(UTF_8)));
        }
        client.getOutputStream().write(7);
        client.getOutputStream().write(8);
        assertThat(client.getInputStream().readAllBytes()).isEqualTo("bye".getBytes(UTF_8));
    }

    /** The server's own way there is short. */
    @Test
    void a_directory_may_be_far_down() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("a long way down/".repeat(30)));
        Files.move(directory.resolve(UnixSockets.NAME), deep.resolve(UnixSockets.NAME));

        Socket client = connected(deep);
        server.accept().close();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void a_wait_ends_when_its_time_is_over_and_another_may_follow() throws IOException {
        Socket client = connected();
        client.setSoTimeout(MOMENT);
        try (SocketChannel other = server.accept()) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            other.write(ByteBuffer.wrap(new byte[] {7}));
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void an_interrupt_ends_neither_the_wait_nor_the_connection() throws Exception {
        Socket client = connected();
        FutureTask<Boolean> reading =
                new FutureTask<>(() -> client.getInputStream().read() == 7 && Thread.interrupted());
        try (SocketChannel other = server.accept()) {
            Thread reader = start(reading);
            awaitWaiting(reader);
            reader.interrupt();
            awaitWaiting(reader);
            other.write(ByteBuffer.wrap(new byte[] {7}));
            assertThat(reading.get()).isTrue();

            Thread.currentThread().interrupt();
            client.getOutputStream().write(8);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Channels.newInputStream(other).read()).isEqualTo(8);
        }
    }

    @Test
    void another_threads_closing_ends_a_wait_to_read() throws Exception {
        Socket client = connected();
        assertEndsByClosing(client, () -> client.getInputStream().read());
    }

    @Test
    void another_threads_closing_ends_a_wait_to_write() throws Exception {
        Socket client = connected();
        assertEndsByClosing(client, () -> {
            client.getOutputStream().write(new byte[MUCH]);
            return 0;
        });
    }

    private static void assertEndsByClosing(Socket client, Callable<Integer> work) throws Exception {
        FutureTask<Integer> waiting = new FutureTask<>(work);
        awaitWaiting(start(waiting));
        client.close();
        assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void more_is_written_than_there_is_room_for_as_soon_as_somebody_reads() throws Exception {
        Socket client = connected();
        FutureTask<Integer> writing = new FutureTask<>(() -> {
            client.getOutputStream().write(new byte[MUCH]);
            client.close();
            return MUCH;
        });
        try (SocketChannel other = server.accept()) {
            awaitWaiting(start(writing));
            assertThat(Channels.newInputStream(other).readAllBytes()).hasSize(MUCH);
            assertThat(writing.get()).isEqualTo(MUCH);
        }
    }

    /** Which is not to hang at a server that hangs. */
    @Test
    void where_too_many_wait_to_be_let_in_there_is_no_connection() throws IOException {
        assertThatThrownBy(() -> {
                    while (true) {
                        connected();
                    }
                })
                .isInstanceOf(SocketException.class);
        server.accept().close();
        assertThat(connected().isConnected()).isTrue();
    }

    @Test
    void a_socket_that_nobody_serves_is_no_connection() throws IOException {
        server.close();
        assertThatThrownBy(this::connected).isInstanceOf(IOException.class).hasMessageContaining("refused");
        Files.delete(directory.resolve(UnixSockets.NAME));
        assertThatThrownBy(this::connected).isInstanceOf(IOException.class).hasMessageContaining("No such file");
    }
}
