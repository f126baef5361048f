package nightfill.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightfill.application.problem.Problem;

/** Another Nightfill process: opens a home's server, and stays until it is told to leave. */
final class Visitor implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Visitor(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static Visitor of(Path home) throws IOException {
        return of(home.toString());
    }

    /** The name may be one that only a process with a locale can use. */
    static Visitor of(String home) throws IOException {
        return start(home, List.of(), System.getProperty("java.class.path"), Map.of());
    }

    static Visitor start(String home, List<String> prefix, String classPath, Map<String, String> environment)
            throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        line.addAll(List.of(
                "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, Visitor.class.getName()));
        line.add(URLEncoder.encode(home, UTF_8));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new Visitor(builder.start());
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(URLDecoder.decode(arguments[0], UTF_8)))) {
            System.out.println(postgres.jdbcUrl());
            System.in.transferTo(System.out);
        } catch (Problem e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }

    /** The URL it got, or the problem it had. */
    String arrive() throws IOException {
        return String.valueOf(output.readLine());
    }

    int leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
