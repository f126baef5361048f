package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * A connection to a Unix socket, in each direction of which one thread at a time may wait. A wait ends when its time is
 * over or another thread closes; an interrupt, which would end a channel's connection, is left for who looks for it.
 *
 * @param patience how many milliseconds to wait for something to read; 0 for ever
 */
record UnixConnection(SocketChannel channel, Selector readable, Selector writable, IntSupplier patience)
        implements ByteChannel {

    static UnixConnection to(Path socket, IntSupplier patience) throws IOException {
        UnixConnection connection = new UnixConnection(
                SocketChannel.open(StandardProtocolFamily.UNIX), Selector.open(), Selector.open(), patience);
        try {
            connection.connect(socket);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** Succeeds or fails at once, also where the server's queue is full: who wants to wait for that tries again. */
    private void connect(Path socket) throws IOException {
        channel.configureBlocking(false);
        if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
            throw new SocketException("Too many wait for " + socket);
        }
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        long begun = System.nanoTime();
        int limit = patience.getAsInt();
        int read = channel.read(bytes);
        while (read == 0) {
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            if (limit > 0 && waited >= limit) {
                throw new SocketTimeoutException("Read timed out");
            }
            await(readable, limit > 0 ? limit - waited : 0);
            read = channel.read(bytes);
        }
        return read;
    }

    /** That the other side has gone is seen, as on a network, by who reads what it has still said. */
    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int left = bytes.remaining();
        try {
            return writeSome(bytes);
        } catch (IOException gone) {
            if (!channel.isOpen()) {
                throw gone;
            }
            channel.shutdownOutput();
            bytes.position(bytes.limit());
            return left;
        }
    }

    private int writeSome(ByteBuffer bytes) throws IOException {
        int written = channel.write(bytes);
        while (written == 0) {
            await(writable, 0);
            written = channel.write(bytes);
        }
        return written;
    }

    private static void await(Selector direction, long millis) throws IOException {
        boolean interrupted = Thread.interrupted(); // else there would be no wait
        try {
            direction.select(ready -> {}, millis);
        } catch (ClosedSelectorException e) {
            throw new ClosedChannelException();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        readable.close();
        writable.close();
    }
}
