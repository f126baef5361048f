package nightfill.adapter.postgres.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.application.problem.Problem;
import nightfill.application.run.RunLock;

/** Another Nightfill process, which takes the run lock and keeps it until it is told to leave, or killed. */
final class LockingProcess implements AutoCloseable {

    static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private LockingProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static LockingProcess on(ConnectionSettings settings) throws IOException {
        return start(settings, "at once");
    }

    /** One that says when it is ready and asks for the lock when it is told; its answer begins with how long it took. */
    static LockingProcess ready(ConnectionSettings settings) throws IOException {
        return start(settings, READY);
    }

    private static LockingProcess start(ConnectionSettings settings, String when) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                when));
        builder.environment().put("LOCK_URL", settings.url());
        builder.environment().put("LOCK_USER", settings.user());
        builder.environment().put("LOCK_PASSWORD", settings.password());
        return new LockingProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    @SuppressWarnings("try") // the lock is only held
    public static void main(String[] arguments) throws IOException {
        ConnectionSettings settings =
                new ConnectionSettings(variable("LOCK_URL"), variable("LOCK_USER"), variable("LOCK_PASSWORD"));
        RunLock lock = new PostgresRunLock(settings, ZoneOffset.UTC);
        boolean timed = arguments[0].equals(READY);
        if (timed) {
            lock.isOwned(); // all that it takes is loaded now
            System.out.println(READY);
            System.in.read();
        }
        long since = System.nanoTime();
        try (RunLock.Held held = lock.acquire()) {
            System.out.println(took(timed, since) + "locked");
            System.in.transferTo(System.out);
        } catch (Problem e) {
            System.out.println(took(timed, since) + e.kind() + " " + e.getMessage());
        }
    }

    private static String took(boolean timed, long since) {
        return timed ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) + " ms: " : "";
    }

    /** Tells one that is ready to ask. */
    void ask() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** What it says when it has the lock, or the problem it had. */
    String answer() throws IOException {
        return String.valueOf(output.readLine());
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
