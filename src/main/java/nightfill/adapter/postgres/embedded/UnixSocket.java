package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import nightfill.adapter.files.OpenDirectory;
import org.jspecify.annotations.Nullable;

/** A server's Unix socket in the shape that the driver knows: it leads there, whatever address the driver names. */
final class UnixSocket extends SocketImpl {

    /** Of a path's bytes; a longer one has no room in an address, see unix(7). */
    private static final int LONGEST = 107;

    private static final int WRITTEN_AT_ONCE = 1 << 16;

    private final Path directory;
    private final Map<Integer, Object> options =
            new ConcurrentHashMap<>(Map.of(SocketOptions.SO_TIMEOUT, 0, SocketOptions.SO_SNDBUF, WRITTEN_AT_ONCE));
    private volatile @Nullable UnixConnection connection;

    UnixSocket(Path directory) {
        this.directory = directory;
    }

    @Override
    protected void connect(SocketAddress ignored, int noTimeNeeded) throws IOException {
        connection = open(() -> (Integer) options.get(SocketOptions.SO_TIMEOUT));
        address = InetAddress.getLoopbackAddress(); // a flight recorder wants the other side's
    }

    private UnixConnection open(IntSupplier patience) throws IOException {
        Path socket = directory.resolve(UnixSockets.NAME);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return UnixConnection.to(socket, patience);
        }
        try (OpenDirectory open = OpenDirectory.of(directory)) {
            return open.making(UnixSockets.NAME, path -> UnixConnection.to(path, patience));
        }
    }

    private UnixConnection connected() throws SocketException {
        UnixConnection found = connection;
        if (found == null) {
            throw new SocketException("Socket is not connected");
        }
        return found;
    }

    @Override
    protected InputStream getInputStream() throws IOException {
        return Channels.newInputStream(connected());
    }

    @Override
    protected OutputStream getOutputStream() throws IOException {
        return Channels.newOutputStream(connected());
    }

    @Override
    protected void close() throws IOException {
        if (connection != null) {
            connected().close();
        }
    }

    @Override
    public void setOption(int option, Object value) {
        options.put(option, value);
    }

    @Override
    public @Nullable Object getOption(int option) {
        return options.get(option);
    }

    @Override
    protected void create(boolean stream) {
        // is made where it connects
    }

    @Override
    protected int available() {
        return 0;
    }

    @Override
    protected void connect(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void connect(InetAddress address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void bind(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void listen(int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void accept(SocketImpl socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void sendUrgentData(int data) {
        throw new UnsupportedOperationException();
    }
}
