package nightfill.adapter.launch;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.adapter.files.ClosedHome;
import nightfill.application.act.NightStarter;
import nightfill.application.act.Order;
import org.slf4j.LoggerFactory;

/**
 * Calls the launcher in a session of its own, which no signal to this process or its terminal reaches.
 *
 * @param launcher the program by which this one was started; nothing where it was started otherwise
 * @param logs where what a process prints is kept
 */
public record ProcessNightStarter(Optional<Path> launcher, Path logs) implements NightStarter {

    private static final List<String> SESSION = List.of("setsid");
    private static final int TAIL = 8192;

    @Override
    public Words words(Order order) {
        return CommandWords.of(order).words();
    }

    @Override
    public void start(Order order, long asked, Consumer<Ended> ended) throws IOException {
        Path program = requireLauncher();
        new ClosedHome(logs.resolveSibling("")).createDirectories(logs);
        Path said = ClosedHome.created(logs.resolve("asked-%d.log".formatted(asked)));
        List<String> command = Stream.of(
                        SESSION,
                        List.of(program.toString()),
                        CommandWords.of(order).all())
                .flatMap(List::stream)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        setEnvironment(builder.environment(), asked);
        var unused = builder.start()
                .onExit()
                .thenAccept(process -> hear(ended, new Ended(process.exitValue(), lastLine(said))));
    }

    /** What is executed in a session of its own cannot say that it is missing. */
    private Path requireLauncher() throws IOException {
        Path program = launcher.orElseThrow(
                () -> new IOException("this console was not started by its launcher, jobs/nightfill"));
        if (!Files.isExecutable(program)) {
            throw new IOException("there is no launcher %s that can be executed".formatted(program));
        }
        return program;
    }

    private static void setEnvironment(Map<String, String> environment, long asked) {
        environment.remove("NIGHTFILL_CALLER");
        environment.remove("NIGHTFILL_KEY_STORE_PASSWORD");
        environment.remove("NIGHTFILL_OIDC_CLIENT_SECRET");
        environment.put("NIGHTFILL_ASKED", Long.toString(asked));
    }

    private static void hear(Consumer<Ended> ended, Ended how) {
        try {
            ended.accept(how);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(ProcessNightStarter.class)
                    .warn("the audit trail does not say how a process ended", e);
        }
    }

    private static String lastLine(Path said) {
        try (var channel = Files.newByteChannel(said)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            byte[] end = Channels.newInputStream(channel).readAllBytes();
            return new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce("", (former, last) -> last);
        } catch (IOException e) {
            return "";
        }
    }
}
