package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line does without a database. */
class CommandLineTest {

    @TempDir
    Path root;

    private Installation installation = new Installation(Path.of(""));

    @BeforeEach
    void install() {
        // a database that nobody should ask for
        installation = new Installation(root).with("NIGHTFILL_DB_URL", "jdbc:postgresql://localhost:1/none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "run --help",
                "status --help",
                "stop --help",
                "abandon --help",
                "trace --help",
                "sync --help",
                "audit --help",
                "audit-log --help",
                "replay --help",
                "purge --help",
                "account --help",
                "account add --help",
                "generate --help",
                "publish --help",
                "verify --help",
                "generate-completion"
            })
    void what_needs_no_database_starts_none_and_writes_no_file(String command) {
        Ended ended = installation.nightfill(command.split(" ")).with(0);

        assertThat(ended.out()).isNotBlank();
        assertThat(ended.err()).isEmpty();
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void generate_tells_where_its_night_lies_and_needs_neither_home_nor_database() {
        Ended ended = installation
                .nightfill(
                        "generate",
                        "--date",
                        "2026-11-20",
                        "--lines",
                        "100",
                        root.resolve("nights").toString())
                .with(0);

        assertThat(ended.out().strip())
                .isEqualTo(root.resolve("nights").resolve("2026-11-20").toString());
        assertThat(root.resolve("nights/2026-11-20/order_lines.csv")).isNotEmptyFile();
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void generate_never_writes_over_a_night() {
        String nights = root.resolve("nights").toString();
        installation
                .nightfill("generate", "--date", "2026-11-20", "--lines", "1", nights)
                .with(0);

        Ended again = installation
                .nightfill("generate", "--date", "2026-11-20", "--lines", "1", nights)
                .with(3);

        assertThat(again.error()).contains("2026-11-20", "never overwritten");
    }

    @Test
    void generate_into_a_file_is_told_in_one_line() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        Ended ended = installation
                .nightfill("generate", "--date", "2026-11-20", "--lines", "1", file.toString())
                .with(3);

        assertThat(ended.error()).contains(file.toString(), "not a directory");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "run --input in, --date",
                "run --date 2026-11-20, --input",
                "run --date 2025-02-29 --input in, 2025-02-29",
                "run --date tomorrow --input in, tomorrow",
                "run --date 20.11.2026 --input in, 20.11.2026",
                "run --date 1999-12-31 --input in, 1999-12-31",
                "run --date 2026-11-20 --input in --max-rejects many, many",
                "run --date 2026-11-20 --input in --max-rejects -1, -1",
                "run --date 2026-11-20 --input in --max-rejects=, --max-rejects",
                "run --date 2026-11-20 --input in --max-rejects 101%, 101%",
                "run --date 2026-11-20 --input in --correction --pending, exclude",
                "run --date 2026-11-20 --input in --prune, --prune",
                "run --date 2026-11-20 --input in --since 2026-11-01, --pending",
                "run --date 2026-11-20 --input in --pending --since 2026-13-01, --since",
                "run --date 2026-11-20 --input in --pending --since 2026-11-21, --since",
                "run --date 2026-11-20 --input in --date 2026-11-21, --date",
                "status --date 2026-13-01, 2026-13-01",
                "status --xml, --xml",
                "stop first, first",
                "abandon first, first",
                "abandon 1 2, 2",
                "trace, ORDERID",
                "replay, --date",
                "replay --date 2026-02-30, 2026-02-30",
                "purge, --older-than",
                "purge --older-than 0d, 0d",
                "purge --older-than 400, 400",
                "purge --older-than -1d, -1d",
                "purge --older-than 1w, 1w",
                "purge --older-than 400d --data, --data",
                "audit-log --most 0, --most",
                "audit-log --most many, many",
                "audit-log --head x, --verify",
                "audit-log --verify --head x, --head",
                "sync in, DST",
                "sync, SRC",
                "sync in out more, more",
                "sync in out --max-delete many, many",
                "sync in out --max-delete 101%, 101%",
                "sync in out --max-delete=, --max-delete",
                "sync in out --manifest missing/file, missing/file",
                "sync in out --prune, --prune",
                "generate --date 2026-11-20 --lines 0 in, 0",
                "generate --date 2026-02-30 --lines 1 in, 2026-02-30",
                "generate --date 2026-11-20 --lines ten in, ten",
                "generate --date 2026-11-20 --lines 1, DIR",
                "publish, DIR",
                "publish a --max-delete 3, --prune",
                "publish a --prune --max-delete many, many",
                "publish a --prune --max-delete=, --max-delete",
                "publish a --prune --forget, exclude",
                "verify, DIR",
                "verify a b, b",
                "nonsense, nonsense",
                "--nonsense, --nonsense",
                "``, command"
            })
    void wrong_usage_is_told_in_one_line_and_leaves_nothing(String line, String told) {
        Ended ended = installation
                .nightfill(line.isEmpty() ? new String[0] : line.split(" "))
                .with(2);

        assertThat(ended.error()).contains(told);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(installation.home()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "NIGHTFILL_ZONE, Mars/Olympus",
        "NIGHTFILL_CHUNK_SIZE, 0",
        "NIGHTFILL_CHUNK_SIZE, many",
        "NIGHTFILL_CHUNK_SIZE, 1e3",
        "NIGHTFILL_CALLER, cron",
        "NIGHTFILL_ASKED, first"
    })
    void a_setting_that_makes_no_sense_is_told_with_its_value(String name, String value) {
        Ended ended = installation.with(name, value).nightfill("status").with(2);

        assertThat(ended.error()).contains(name, value);
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void a_url_that_makes_no_sense_is_told_without_it() {
        Ended ended = installation
                .with("NIGHTFILL_DB_URL", "postgresql://shop:secret@db/night")
                .nightfill("status")
                .with(2);

        assertThat(ended.error()).contains("NIGHTFILL_DB_URL").doesNotContain("secret", "shop");
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void a_path_that_cannot_be_one_is_told() {
        Ended ended = installation
                .with("NIGHTFILL_OUTPUT", "a\0b")
                .nightfill("status")
                .with(2);

        assertThat(ended.error()).contains("NIGHTFILL_OUTPUT");
    }
}
