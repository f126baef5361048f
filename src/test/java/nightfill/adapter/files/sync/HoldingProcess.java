package nightfill.adapter.files.sync;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.application.sync.SyncRoute;

/** Holds a destination again and again, each time making sure that it does so alone. */
final class HoldingProcess {

    private HoldingProcess() {}

    static Process in(Path root, int tries, int times) throws IOException {
        return new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingProcess.class.getName(),
                        root.toString(),
                        Integer.toString(tries),
                        Integer.toString(times)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(hold(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
    }

    /** Tries until it has held the destination so many times, or has tried as often as it may; tells how many times. */
    static int hold(Path root, int tries, int times) throws IOException {
        int held = 0;
        for (int i = 0; i < tries && held < times; i++) {
            held += hold(root) ? 1 : 0;
        }
        return held;
    }

    private static boolean hold(Path root) throws IOException {
        SyncRoute route = new SyncRoute(root.resolve("source"), root.resolve("destination"), Set.of());
        try (DestinationLock lock = FilesystemDestinationLock.of(route, new FileOperations(), new StopToken())) {
            Path alone = Files.createFile(root.resolve("alone"));
            Files.delete(alone);
            return lock != null;
        } catch (Problem e) {
            if (e.kind() != Kind.BUSY) {
                throw e;
            }
            return false;
        }
    }
}
