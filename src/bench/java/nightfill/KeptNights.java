package nightfill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nightfill.application.problem.StopToken;
import nightfill.application.publish.PublishRuns;
import nightfill.application.run.Runs;
import nightfill.domain.proof.Sha256;
import nightfill.harness.TestNightfill;

/** An OUTPUT of made-up nights, a database that knows them, and a directory in which they are published. */
final class KeptNights implements AutoCloseable {

    private static final int FILES = 11;

    private final TestNightfill nightfill;
    private final Path published;
    private final int bytes;
    private int nights;

    /**
     * Begins without a night.
     *
     * @param bytes of each report
     */
    KeptNights(Path work, int bytes) {
        this.nightfill = new TestNightfill(work, 5000);
        this.published = work.resolve("published");
        this.bytes = bytes;
    }

    int nights() {
        return nights;
    }

    /** Adds a night to OUTPUT and to the database. */
    void add() throws IOException {
        LocalDate date = LocalDate.of(2020, 1, 1).plusDays(nights);
        String manifest = write(Files.createDirectories(nightfill.output().resolve(date + "/run-1")), date);
        nightfill.jdbc().update("""
                insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256)
                values (?, 1, 'FINISHED', '', 0, ?)
                """, date, sha256(manifest.getBytes(StandardCharsets.UTF_8)));
        if (nights++ == 0) {
            Files.writeString(
                    nightfill.output().resolve(".nightfill-database"),
                    nightfill.bean(Runs.class).databaseId() + "\n");
        }
    }

    private String write(Path run, LocalDate date) throws IOException {
        StringBuilder manifest = new StringBuilder();
        for (int file = 0; file < FILES; file++) {
            String line = date + " " + file + "\n";
            byte[] content = line.repeat(bytes / line.length()).getBytes(StandardCharsets.UTF_8);
            String name = "report-%02d.csv".formatted(file);
            Files.write(run.resolve(name), content);
            manifest.append(sha256(content)).append("  ").append(name).append('\n');
        }
        Files.writeString(run.resolve("MANIFEST.sha256"), manifest);
        return manifest.toString();
    }

    /** Publishes what is not published yet, and tells how many milliseconds it took. */
    double publish(int runs) {
        long start = System.nanoTime();
        int added = nightfill
                .bean(PublishRuns.class)
                .publish(nightfill.output(), published, new StopToken())
                .added()
                .size();
        double millis = (System.nanoTime() - start) / 1e6;
        if (added != runs) {
            throw new IllegalStateException("%d runs were published instead of %d".formatted(added, runs));
        }
        return millis;
    }

    private static String sha256(byte[] bytes) throws IOException {
        Sha256 sha256 = new Sha256();
        sha256.over(OutputStream.nullOutputStream()).write(bytes);
        return sha256.hex();
    }

    @Override
    public void close() {
        nightfill.close();
    }
}
