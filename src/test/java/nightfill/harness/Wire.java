package nightfill.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nightfill.adapter.postgres.embedded.UnixSockets;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A stretch of the way between Nightfill and its database, on which what happens to networks can be made to happen. */
public final class Wire implements AutoCloseable {

    private static final int MOST = 8192;

    private final ServerSocket entrance;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final URI database;
    private final Change toServer;
    private final Supplier<Change> toClient;
    private volatile boolean silent;

    private Wire(int port, String url, Change toServer, Supplier<Change> toClient) throws IOException {
        this.entrance = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.database = URI.create(url.substring("jdbc:".length()));
        this.toServer = toServer;
        this.toClient = toClient;
        start(this::accept);
    }

    /** One that passes everything on. */
    public static Wire to(String url) throws IOException {
        return new Wire(0, url, bytes -> bytes, () -> bytes -> bytes);
    }

    /** One on which the server says something else instead, of the same length. */
    public static Wire saying(String url, String text, String instead) throws IOException {
        return new Wire(0, url, bytes -> bytes, () -> bytes -> bytes(text(bytes).replace(text, instead)));
    }

    /** One that counts the statements which the server has executed. */
    public static Wire counting(String url, AtomicInteger executed) throws IOException {
        return new Wire(0, url, bytes -> bytes, () -> new Answers(executed));
    }

    /** One that breaks when the client has sent a text and so many bytes behind it. */
    public static Wire breaking(String url, String text, int behind) throws IOException {
        StringBuilder sent = new StringBuilder();
        return new Wire(
                0,
                url,
                bytes -> {
                    sent.append(text(bytes));
                    int from = sent.indexOf(text);
                    if (from >= 0 && sent.length() > from + text.length() + behind) {
                        throw new IOException("broken");
                    }
                    return bytes;
                },
                () -> bytes -> bytes);
    }

    /** The URL of the same database at this end. */
    public String url() {
        return "jdbc:%s://127.0.0.1:%d%s?%s"
                .formatted(
                        database.getScheme(),
                        entrance.getLocalPort(),
                        database.getPath(),
                        database.getRawQuery().replaceAll("&socketFactory[^&]*", ""));
    }

    /** The same wire, after it was closed. */
    public Wire anew() throws IOException {
        return new Wire(entrance.getLocalPort(), "jdbc:" + database, toServer, toClient);
    }

    /** From now on passes nothing on, and says nothing about it. */
    public void fallSilent() {
        silent = true;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = connected();
            sockets.add(client);
            sockets.add(server);
            start(() -> pass(client, server, toServer));
            start(() -> pass(server, client, toClient.get()));
        }
    }

    private Socket connected() throws IOException {
        Properties read = Objects.requireNonNull(Driver.parseURL("jdbc:" + database, null));
        String directory = PGProperty.SOCKET_FACTORY_ARG.getOrDefault(read);
        Socket socket = directory == null ? new Socket() : new UnixSockets(directory).createSocket();
        socket.connect(new InetSocketAddress(
                PGProperty.PG_HOST.getOrDefault(read), Integer.parseInt(PGProperty.PG_PORT.getOrDefault(read))));
        return socket;
    }

    /** Where one direction ends, both do. */
    private void pass(Socket from, Socket to, Change change) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[MOST];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!silent) {
                    out.write(change.of(Arrays.copyOf(buffer, read)));
                }
            }
        }
    }

    private static void start(Passing passing) {
        Thread thread = new Thread(
                () -> {
                    try {
                        passing.run();
                    } catch (IOException e) {
                        // one end is gone
                    }
                },
                "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Breaks every connection. */
    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** What a server says, message by message: its letter, its length, and the rest. */
    private static final class Answers implements Change {

        private static final int HEAD = 5;
        private static final Pattern ROUND_ABOUT = Pattern.compile("(?:BEGIN|COMMIT|ROLLBACK|SET)\0");

        private final AtomicInteger executed;
        private byte[] unread = {};

        private Answers(AtomicInteger executed) {
            this.executed = executed;
        }

        @Override
        public byte[] of(byte[] bytes) {
            // whether it speaks TLS is said in a letter alone
            if (bytes.length == 1 && unread.length == 0) {
                return bytes;
            }
            ByteBuffer said = ByteBuffer.allocate(unread.length + bytes.length)
                    .put(unread)
                    .put(bytes)
                    .flip();
            while (said.remaining() >= HEAD && said.getInt(said.position() + 1) < said.remaining()) {
                byte letter = said.get();
                byte[] rest = new byte[said.getInt() - Integer.BYTES];
                said.get(rest);
                if (letter == 'C' && !ROUND_ABOUT.matcher(text(rest)).matches()) {
                    executed.incrementAndGet();
                }
            }
            unread = Arrays.copyOfRange(said.array(), said.position(), said.limit());
            return bytes;
        }
    }

    private interface Change {
        byte[] of(byte[] bytes) throws IOException;
    }

    private interface Passing {
        void run() throws IOException;
    }
}
