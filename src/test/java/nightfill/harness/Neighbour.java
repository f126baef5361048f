package nightfill.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.files.HomeOwner;

/**
 * A process that does nothing but what its script says, in Python, while others work: as another user where that can be
 * had, which is where the tests are root's.
 */
public final class Neighbour implements AutoCloseable {

    /** What gives up root, and begins a command for somebody else. */
    public static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final Process process;

    private Neighbour(Process process) {
        this.process = process;
    }

    /**
     * Returns when the script has printed {@code ready}.
     *
     * @param arguments of the script
     */
    public static Neighbour doing(String script, Object... arguments) throws IOException {
        List<String> command = asAnother("/usr/bin/python3", "-c", script);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"ready".equals(process.inputReader().readLine())) {
            process.destroyForcibly();
            throw new IOException("no neighbour came");
        }
        return new Neighbour(process);
    }

    /** Returns a command that another user gives where the tests are root's; it may be added to. */
    public static List<String> asAnother(String... command) throws IOException {
        List<String> words = new ArrayList<>(HomeOwner.weAreRoot() ? AS_NOBODY : List.of());
        words.addAll(List.of(command));
        return words;
    }

    /** Lets anybody do anything in a directory. */
    public static Path opened(Path directory) throws IOException {
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Lets it finish what it has begun, and then wait; its script reads a line for that and prints {@code paused}. */
    public void pause() throws IOException {
        say();
        if (!"paused".equals(process.inputReader().readLine())) {
            throw new IOException("the neighbour went away");
        }
    }

    /** Lets it go on; its script reads another line for that. */
    public void goOn() throws IOException {
        say();
    }

    private void say() throws IOException {
        process.outputWriter().write("\n");
        process.outputWriter().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
