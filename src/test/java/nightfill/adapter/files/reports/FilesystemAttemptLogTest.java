package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.application.watch.AttemptLog.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemAttemptLogTest {

    private static final Instant FROM = Instant.parse("2026-11-25T23:50:00Z");
    private static final Instant TO = Instant.parse("2026-11-26T00:10:00Z");

    @TempDir
    private Path logs;

    private void write(String file, String... lines) throws IOException {
        Files.write(logs.resolve(file), List.of(lines));
    }

    private Lines read() {
        return new FilesystemAttemptLog(logs, ZoneOffset.UTC).between(FROM, TO).orElseThrow();
    }

    @Test
    void the_lines_of_a_time_come_from_all_files_of_its_days_with_what_has_no_time_of_its_own() throws IOException {
        write("nightfill.2026-11-24.0.log", "2026-11-25T23:55:00.000Z INFO another day's file");
        write(
                "nightfill.2026-11-25.9.log",
                "2026-11-25T23:49:59.999Z INFO before",
                "2026-11-25T23:50:00.000Z INFO one");
        write("nightfill.2026-11-25.10.log", "2026-11-26T00:52:00.000+01:00 ERROR two", "java.io.IOException: full");
        write(
                "nightfill.log",
                "\tat no.time.of.its.Own",
                "2026-11-26T00:01:00.000Z INFO <b>three</b>",
                "9999-99-99T99:99 is no time",
                "2026-11-26T00:10:00.001Z INFO behind",
                "java.io.IOException: behind");

        assertThat(read())
                .isEqualTo(new Lines(
                        List.of(
                                "2026-11-25T23:50:00.000Z INFO one",
                                "2026-11-26T00:52:00.000+01:00 ERROR two",
                                "java.io.IOException: full",
                                "2026-11-26T00:01:00.000Z INFO <b>three</b>",
                                "9999-99-99T99:99 is no time"),
                        false));
    }

    @Test
    void entries_in_json_have_their_time_too() throws IOException {
        String one = "{\"@timestamp\":\"2026-11-26T00:01:00.123456789Z\",\"message\":\"one\"}";
        String behind = "{\"@timestamp\":\"2026-11-26T00:10:01Z\",\"message\":\"behind\"}";
        write("nightfill.log", "2026-11-26T00:00:59.000Z INFO in words", one, "{\"@timestamp\":\"never", behind);

        assertThat(read().lines())
                .containsExactly("2026-11-26T00:00:59.000Z INFO in words", one, "{\"@timestamp\":\"never");
    }

    @Test
    void no_more_than_the_last_lines_are_returned_and_it_is_said_so() throws IOException {
        write("nightfill.log", many(201, "x"));

        assertThat(read().lines()).hasSize(200).first().asString().endsWith(" 1 x");
        assertThat(read().cut()).isTrue();
    }

    private static String[] many(int lines, String text) {
        return IntStream.range(0, lines)
                .mapToObj(line -> "2026-11-26T00:00:00.%03dZ INFO %d %s".formatted(line, line, text))
                .toArray(String[]::new);
    }

    @Test
    void a_long_file_is_read_from_its_end_and_not_far() throws IOException {
        write("nightfill.log", many(20, "x".repeat(30_000)));

        assertThat(read().cut()).isTrue();
        assertThat(read().lines()).hasSize(8);
        assertThat(read().lines().stream().collect(Collectors.joining("\n")).length())
                .isLessThan(256 << 10);
        assertThat(new FilesystemAttemptLog(logs, ZoneOffset.UTC).between(FROM.minusSeconds(900), FROM))
                .contains(new Lines(List.of(), true));
    }

    @Test
    void a_log_that_is_elsewhere_or_gone_has_no_lines() throws IOException {
        assertThat(read()).isEqualTo(new Lines(List.of(), false));
        Files.createDirectory(logs.resolve("nightfill.log"));
        assertThat(read()).isEqualTo(new Lines(List.of(), false));
    }
}
