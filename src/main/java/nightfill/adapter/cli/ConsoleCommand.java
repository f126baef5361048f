package nightfill.adapter.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import nightfill.adapter.cli.CommandContext.ConsolePlace;
import nightfill.application.act.Places;
import nightfill.application.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            description = "Key and certificate (PKCS#12) by which it speaks TLS itself;"
                    + " NIGHTFILL_KEY_STORE_PASSWORD opens it.")
    @Nullable
    Path keyStore;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "Where the feeds arrive, in DIR/<business date>; without it, it starts no night.")
    @Nullable
    Path input;

    @Mixin
    OutputOption output = new OutputOption();

    @Option(
            names = "--publish",
            paramLabel = "DIR",
            description = "Where others read the reports of the nights that it starts.")
    @Nullable
    Path publish;

    @Override
    public void run() {
        context().serveConsole(place(), nights(), at -> {
            out().printf("the console is at %s%n", at);
            if (out().checkError()) {
                throw Problem.failed("standard output, where the console says that it is there, cannot be written to");
            }
        });
    }

    private Places nights() {
        return new Places(absolute(input), output.or(context().output()), absolute(publish));
    }

    private static Optional<Path> absolute(@Nullable Path path) {
        return Optional.ofNullable(path).map(it -> it.toAbsolutePath().normalize());
    }

    private ConsolePlace place() {
        if (port < 0 || port > 65535) {
            throw Problem.usage("--port is %d, which is not a number from 0 to 65535".formatted(port));
        }
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress() && !behindProxy && keyStore == null) {
                throw Problem.usage(
                        "--address %s can be reached from other hosts, and nothing there encrypts".formatted(address)
                                + "; leave it out, name a --key-store, or put a proxy in front and say --behind-proxy");
            }
        } catch (UnknownHostException e) {
            throw Problem.usage("--address is %s, which is no address of this host".formatted(address));
        }
        return new ConsolePlace(address, port, behindProxy, absolute(keyStore).orElse(null));
    }
}
