package nightfill.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.domain.proof.Sha256;
import org.jspecify.annotations.Nullable;

/** Directories as they are published, with little in them. */
public record MadeUpRuns(Path place) {

    /** Adds a run of two files; earlier runs are named as {@code 2026-11-20/run-1}. */
    public Path add(String directory, @Nullable String previous, @Nullable String replaces) throws IOException {
        Path run = place.resolve(directory);
        Files.createDirectories(run);
        Files.writeString(run.resolve("stock.csv"), "ref,sku,qty\r\n" + directory + ",CHAIR,1\r\n");
        Files.writeString(run.resolve("summary.json"), """
                {"date":"%s","run":%s,"previous":%s,"replaces":%s,"reports":{"stock.csv":{"rows":1,"sha256":"%s"}}}
                """.formatted(
                date(directory), number(directory), link(previous), link(replaces), sha256(run.resolve("stock.csv"))));
        writeManifest(run);
        return run;
    }

    /** Adds Friday, Saturday with its correction, and Sunday. */
    public void addNights() throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve(".nightfill-database"), "a database\n");
        add("2026-11-20/run-1", null, null);
        add("2026-11-21/run-1", "2026-11-20/run-1", null);
        add("2026-11-21/run-2", "2026-11-20/run-1", "2026-11-21/run-1");
        add("2026-11-22/run-1", "2026-11-21/run-2", null);
    }

    /** Writes a manifest of all that is in a directory. */
    public static void writeManifest(Path directory) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(directory.relativize(file).toString(), sha256(file));
            }
        }
        hashes.remove("MANIFEST.sha256");
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        Files.writeString(directory.resolve("MANIFEST.sha256"), lines, StandardCharsets.UTF_8);
    }

    public static String sha256(Path file) throws IOException {
        Sha256 sha256 = new Sha256();
        sha256.over(java.io.OutputStream.nullOutputStream()).write(Files.readAllBytes(file));
        return sha256.hex();
    }

    private String link(@Nullable String directory) throws IOException {
        return directory == null
                ? "null"
                : "{\"date\":\"%s\",\"run\":%s,\"manifestSha256\":\"%s\"}"
                        .formatted(
                                date(directory),
                                number(directory),
                                sha256(place.resolve(directory).resolve("MANIFEST.sha256")));
    }

    private static String date(String directory) {
        return directory.substring(0, 10);
    }

    private static String number(String directory) {
        return directory.substring(15);
    }
}
