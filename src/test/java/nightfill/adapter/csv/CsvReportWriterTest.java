package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nightfill.adapter.files.Inbox;
import nightfill.application.report.ReportWriter.Report;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportWriterTest {

    private static final List<String> HEADER = List.of("orderid", "line", "sku");
    private static final String HEADER_LINE = "orderid,line,sku\r\n";

    @TempDir
    Path directory;

    private Path file = Path.of("");
    private Rules rules = Rules.CURRENT;

    @BeforeEach
    void in_a_directory_of_its_own() {
        file = directory.resolve("report.csv");
    }

    @Test
    void a_report_is_its_header_and_rows_ended_by_crlf() throws Exception {
        assertThat(text(List.of(List.of("o-1", "1", "CHAIR"), List.of("o-2", "", "TABLE"))))
                .isEqualTo(HEADER_LINE + "o-1,1,CHAIR\r\no-2,,TABLE\r\n");
    }

    @Test
    void a_report_with_nothing_to_tell_has_its_header() throws Exception {
        assertThat(text(List.of())).isEqualTo(HEADER_LINE);
    }

    @Test
    void rows_bytes_and_hash_are_told() throws Exception {
        Written written = writeAll(Stream.of(List.of("é", "\uD83D\uDE9A", "a,b"), List.of("", "", ""))
                .toList());
        byte[] bytes = Files.readAllBytes(file);
        assertThat(written).isEqualTo(new Written(2, bytes.length, sha256(bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", ",", "\r", "\n", "a\r\nb", " a", "a ", "\ta", "a\t", " ", "\t"})
    void fields_that_need_quotes_get_them(String field) throws Exception {
        assertThat(write(List.of(field, "b", field)))
                .isEqualTo(HEADER_LINE + '"' + field + "\",b,\"" + field + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "7;=40+2;x",
                "a\tb",
                "\t=1",
                "a\u2028b",
                "\u2029",
                "\u0085",
                "a\u000Bb",
                "\f",
                "\u00A0",
                "\u3000=1"
            })
    void by_the_second_rules_so_do_all_that_some_program_takes_for_separators(String field) throws Exception {
        assertThat(write(List.of(field, "b", field)))
                .isEqualTo(HEADER_LINE + '"' + field + "\",b,\"" + field + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "7;=40+2;x", "a\tb", "a\u2028b", "\u0085", "\u00A0", "\u3000=1"})
    void by_the_first_rules_they_do_not(String field) throws Exception {
        rules = Rules.ONE;
        assertThat(write(List.of(field, field, field)))
                .isEqualTo(HEADER_LINE + field + ',' + field + ',' + field + "\r\n");
    }

    @Test
    void quotes_within_are_doubled() throws Exception {
        assertThat(write(List.of("a\"b", "\"", "\"\"a")))
                .isEqualTo(HEADER_LINE + "\"a\"\"b\",\"\"\"\",\"\"\"\"\"a\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a'b",
                "!",
                "#",
                "'",
                "=1",
                "\\",
                "\0",
                "\u001F",
                "a\u00A0b",
                "é",
                "|",
                "\uFEFF",
                "\uFFFE",
                "-",
                "\uD83D\uDE9A",
                ":"
            })
    void no_other_field_is_quoted_wherever_it_stands(String field) throws Exception {
        assertThat(write(List.of(field, field, field)))
                .isEqualTo(HEADER_LINE + field + ',' + field + ',' + field + "\r\n");
    }

    @Test
    void a_row_of_one_empty_field_is_no_empty_line() throws Exception {
        assertThat(write(List.of(""))).isEqualTo(HEADER_LINE + "\"\"\r\n");
    }

    @Test
    void half_a_surrogate_pair_is_an_error_and_never_a_question_mark() {
        assertThatThrownBy(() -> write(List.of("\uD83D", "", ""))).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void a_file_that_was_there_before_is_left_as_it_is() throws Exception {
        Files.writeString(file, "x");
        assertThatThrownBy(() -> text(List.of())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("x");
    }

    @Test
    void the_working_machine_leaves_no_trace() throws Exception {
        String before = System.setProperty("line.separator", "\n\n");
        try {
            assertThat(write(List.of("a", "b", "c"))).isEqualTo(HEADER_LINE + "a,b,c\r\n");
        } finally {
            System.setProperty("line.separator", String.valueOf(before));
        }
    }

    @Test
    void nothing_can_be_finished_that_was_closed() throws Exception {
        Report report = new CsvReportWriter().create(file, HEADER, rules);
        report.close();
        assertThatThrownBy(report::finish).hasRootCauseInstanceOf(ClosedChannelException.class);
    }

    @Test
    void many_rows_are_written_without_being_kept() throws Exception {
        try (Report report = new CsvReportWriter().create(file, HEADER, rules)) {
            String field = "x".repeat(1000);
            for (int row = 0; row < 100_000; row++) {
                report.add(List.of(field, "", ""));
            }
            assertThat(report.finish().bytes()).isEqualTo(HEADER_LINE.length() + 100_000L * 1004);
        }
        assertThat(file).hasSize(HEADER_LINE.length() + 100_000L * 1004);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_written_is_read_again(long seed) throws Exception {
        List<List<String>> rows = randomRows(new Random(seed));
        writeAll(rows);
        List<List<String>> read = new ArrayList<>();
        // by the first rules, rows of empty fields are rows
        try (CsvFile csv = CsvFile.open(new Inbox(List.of()), file, Rules.ONE)) {
            csv.header(HEADER, List.of());
            for (RawRecord raw = csv.next(); raw != null; raw = csv.next()) {
                read.add(csv.fields(raw));
            }
        }
        assertThat(read).as("seed %d", seed).isEqualTo(rows);
    }

    private static List<List<String>> randomRows(Random random) {
        List<String> parts = List.of("\"", ",", "\r", "\n", " ", "\t", "a", "é", "\uD83D\uDE9A", "\0", "=", "");
        Stream<String> fields = Stream.generate(() -> parts.get(random.nextInt(12)) + parts.get(random.nextInt(12)));
        List<String> values = fields.limit(3000).toList();
        return Stream.iterate(0, i -> i + 3)
                .limit(1000)
                .map(i -> values.subList(i, i + 3))
                .toList();
    }

    private String write(List<String> row) throws IOException {
        return text(List.of(row));
    }

    private String text(List<List<String>> rows) throws IOException {
        writeAll(rows);
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private Written writeAll(List<List<String>> rows) throws IOException {
        try (Report report = new CsvReportWriter().create(file, HEADER, rules)) {
            for (List<String> row : rows) {
                report.add(row);
            }
            return report.finish();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
