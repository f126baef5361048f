package nightfill.harness;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightfill.Nightfill;
import nightfill.adapter.cli.NightfillCommand.Outlet;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.process.Signals;
import org.apache.commons.io.output.ClosedOutputStream;

/** A Nightfill as an operator has it: a home, feeds and reports below one directory, and an environment. */
public final class Installation {

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    public Installation(Path root) {
        this.root = root;
        environment.put("NIGHTFILL_HOME", home().toString());
    }

    public static Installation on(TestDatabase database, Path root) {
        return new Installation(root)
                .with("NIGHTFILL_DB_URL", database.url())
                .with("NIGHTFILL_DB_USER", database.user())
                .with("NIGHTFILL_DB_PASSWORD", database.password());
    }

    public Installation with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    public Path home() {
        return root.resolve("home");
    }

    public Path input() {
        return root.resolve("input");
    }

    /** The reports of a run where no other place is named. */
    public Path reports(String run) {
        return home().resolve("reports").resolve(run);
    }

    /** Lays a feed, or another file, beside those of a date that lie there already. */
    public Path arrive(String date, String file, String... lines) {
        return write(date, file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
    }

    /** Lays exactly these characters. */
    public Path write(String date, String file, String text) {
        try {
            Files.createDirectories(input().resolve(date));
            return Files.writeString(input().resolve(date).resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a night of a batch and an order line that fits. */
    public void arriveSmall(String date) {
        String tag = date.replace("-", "");
        arrive(date, "batches.csv", "ref,sku,qty,eta", "B" + tag + ",CHAIR,10,");
        arrive(date, "order_lines.csv", "orderid,line,sku,qty", "O" + tag + ",1,CHAIR,3");
    }

    /** Lays a night in which a line fits its batch, one is too large and one's product is unknown. */
    public void arriveMixed(String date) {
        String tag = date.replace("-", "");
        arrive(date, "batches.csv", "ref,sku,qty,eta", "B" + tag + ",CHAIR,10,", "C" + tag + ",CHAIR,5,2026-12-01");
        arrive(
                date,
                "order_lines.csv",
                "orderid,line,sku,qty",
                "O" + tag + ",1,CHAIR,3",
                "O" + tag + ",2,TABLE,1",
                "P" + tag + ",1,CHAIR,100");
    }

    /** Runs a night in this virtual machine. */
    public Ended run(String date, String... more) {
        return nightfill(runOf(date, more));
    }

    /** Executes a command in this virtual machine. */
    public Ended nightfill(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        int exitCode = Nightfill.execute(
                arguments, environment, new Outlet(new PrintWriter(out, true), errors), new Signals(errors));
        return new Ended(exitCode, out.toString(), err.toString());
    }

    /** Executes a command whose output goes to a full disk, or to somebody who has gone. */
    public Ended unheard(String... arguments) {
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        PrintWriter full = new PrintWriter(ClosedOutputStream.INSTANCE, true, StandardCharsets.UTF_8);
        int exitCode = Nightfill.execute(arguments, environment, new Outlet(full, errors), new Signals(errors));
        return new Ended(exitCode, "", err.toString());
    }

    /** Starts a process for a night. */
    public Child startRun(String date, String... more) {
        return start(List.of(), runOf(date, more));
    }

    /** Starts a process for a console, on a port of its own. */
    public Child startConsole() {
        return start(List.of(), "console", "--port", "0", "--input", input().toString());
    }

    /** Starts a process, in a virtual machine with further options. */
    public Child start(List<String> options, String... arguments) {
        return Child.start(root, environment, options, List.of(arguments));
    }

    /** Starts a process that modes of files bind, also where root runs the tests. */
    public Child startPowerless(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            command.addAll(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
        }
        command.addAll(Java.quick(List.of(), Nightfill.class));
        command.addAll(List.of(arguments));
        return Child.start(root, environment, command);
    }

    /** A launcher like that of an installation, for consoles that start nights; it takes over what the test sets. */
    public Path launcher() {
        String java = Java.quick(List.of(), Nightfill.class).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        try {
            Path launcher = Files.writeString(root.resolve("launcher"), "#!/bin/sh\nexec " + java + " \"$@\"\n");
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
            with("NIGHTFILL_LAUNCHER", launcher);
            return launcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String[] runOf(String date, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--date", date, "--input", input().toString()));
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray(String[]::new);
    }
}
