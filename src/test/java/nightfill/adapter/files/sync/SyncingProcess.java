package nightfill.adapter.files.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.application.problem.Problem;
import nightfill.domain.proof.Content;

/** Another process that syncs, and halts before its third copy until it is told to go on, or killed. */
final class SyncingProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private SyncingProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static SyncingProcess in(Path root) throws IOException {
        return new SyncingProcess(new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SyncingProcess.class.getName(),
                        root.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public static void main(String[] arguments) {
        try {
            new TwoDirectories(Path.of(arguments[0])).through(new Halting()).sync();
            System.out.println("synced");
        } catch (Problem e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }

    /** One operation at a time, so that nothing changes any more once it halts. */
    private static final class Halting extends FileOperations {

        private int copies;

        @Override
        public synchronized Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
            Content content = super.copy(reader, source, target);
            halt();
            return content;
        }

        @Override
        public synchronized void rename(Entry from, Entry to) throws IOException {
            super.rename(from, to);
        }

        @Override
        public synchronized void createDirectory(Entry directory) throws IOException {
            super.createDirectory(directory);
        }

        private void halt() throws IOException {
            if (++copies == 3) {
                System.out.println("halted");
                while (System.in.read() >= 0) {
                    // until the other side is closed
                }
            }
        }
    }

    /** What it says next. */
    String answer() throws IOException {
        return String.valueOf(output.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void goOn() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
