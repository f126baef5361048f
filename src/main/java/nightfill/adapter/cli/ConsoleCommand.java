package nightfill.adapter.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import nightfill.adapter.cli.CommandContext.ConsolePlace;
import nightfill.application.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the admin console. */
@Command(
        name = "console",
        description = "Serves the admin console until it is told to end.",
        mixinStandardHelpOptions = true)
final class ConsoleCommand extends PrintingCommand {

    @Option(
            names = "--address",
            paramLabel = "A",
            description = "Where it listens (default: ${DEFAULT-VALUE}, which only this host reaches).")
    String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "P", description = "On which port (default: ${DEFAULT-VALUE}; 0: any).")
    int port = 8080;

    @Option(
            names = "--behind-proxy",
            description =
                    "A reverse proxy is in front of it, which speaks TLS and says who asked (X-Forwarded-For, -Proto).")
    boolean behindProxy;

    @Override
    public void run() {
        context().serveConsole(place(), at -> {
            out().printf("the console is at %s%n", at);
            out().flush();
        });
    }

    private ConsolePlace place() {
        if (port < 0 || port > 65535) {
            throw Problem.usage("--port is %d, which is not a number from 0 to 65535".formatted(port));
        }
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress() && !behindProxy) {
                throw Problem.usage(
                        "--address %s can be reached from other hosts, and nothing there encrypts".formatted(address)
                                + "; leave it out, or put a proxy in front and say --behind-proxy");
            }
        } catch (UnknownHostException e) {
            throw Problem.usage("--address is %s, which is no address of this host".formatted(address));
        }
        return new ConsolePlace(address, port, behindProxy);
    }
}
