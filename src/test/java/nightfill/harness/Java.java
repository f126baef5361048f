package nightfill.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a virtual machine that starts soon and ends soon. */
public final class Java {

    private Java() {}

    /** One that has the tests' own class path, and takes the libraries' classes from an archive. */
    public static List<String> quick(List<String> options, Class<?> main) {
        return command(
                Stream.concat(ClassArchive.options().stream(), options.stream()).toList(), main);
    }

    static List<String> command(List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-cp", libraries() + File.pathSeparator + classes(), main.getName()));
        return command;
    }

    /** What can be in an archive, which wants to come first. */
    static String libraries() {
        return entries().filter(entry -> !Files.isDirectory(Path.of(entry))).collect(joining());
    }

    private static String classes() {
        return entries().filter(entry -> Files.isDirectory(Path.of(entry))).collect(joining());
    }

    private static Stream<String> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(File.pathSeparator);
    }
}
