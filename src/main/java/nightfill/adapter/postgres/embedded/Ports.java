package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port of this machine that nobody listens on. */
final class Ports {

    private static final byte[] LOCALHOST = {127, 0, 0, 1};

    private Ports() {}

    /** The wanted port if it is free, else any; 0 wants none. */
    static int choose(int wanted) throws IOException {
        try {
            return bind(wanted);
        } catch (IOException taken) {
            return bind(0);
        }
    }

    private static int bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOCALHOST))) {
            return socket.getLocalPort();
        }
    }
}
