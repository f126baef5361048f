package nightfill.adapter.postgres.embedded;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** Makes what the driver talks through to the server of a data directory; the driver makes it of a URL's parameters. */
public final class UnixSockets extends SocketFactory {

    /** As PostgreSQL names it, in whatever directory. */
    static final String NAME = ".s.PGSQL.5432";

    private final Path directory;

    public UnixSockets(String directory) {
        this.directory = Path.of(directory);
    }

    /** One that is not connected yet. */
    @Override
    public Socket createSocket() throws SocketException {
        return new Socket(new UnixSocket(directory)) {};
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
