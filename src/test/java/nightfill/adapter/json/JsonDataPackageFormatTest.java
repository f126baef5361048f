package nightfill.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nightfill.application.report.DataPackage;
import nightfill.application.report.Report;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.proof.Sha256;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Rules;
import nightfill.frictionless.Conformity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of a small night, and what a reader who knows the standard makes of them. */
class JsonDataPackageFormatTest {

    private static final Map<Report, String> ROWS = Map.of(
            Report.ALLOCATIONS, "O1,1,CHAIR,4,B1,2026-12-04|O1,,CHAIR,2147483647,B2,",
            Report.UNALLOCATED, "O2,1,SOFA,1,SHORT,2026-11-18",
            Report.RELEASED, "O3,1,CHAIR,1,B1,BATCH_REDUCED|O4,1,CHAIR,1,,CANCELLED",
            Report.PROMISES, "O3,1,CHAIR,1,B1,2026-12-04,,,LOST",
            Report.STOCK, "B2,CHAIR,7,,7,0,0|B1,CHAIR,4,2026-12-04,4,0,0|B3,CHAIR,4,unknown,4,0,0",
            Report.REJECTS, "batches.csv,2,DATE,no date,\"B,C,1,x\"",
            Report.CONTROL_TOTALS, "sums,18446744073709551616,18446744073709551616,OK");

    @TempDir
    Path directory = Path.of("");

    @Test
    void every_report_is_described_in_the_words_of_the_standard() throws IOException {
        write(ROWS);

        assertThat(Conformity.faults(directory)).isEmpty();
    }

    @Test
    void the_description_is_the_same_bytes_for_the_same_reports() {
        DataPackage reports = new DataPackage(
                new RunName(LocalDate.of(2026, 11, 20), 2),
                Rules.TWO,
                new EnumMap<>(Map.of(Report.CONTROL_TOTALS, new Written(0, 53, "ab"))));

        assertThat(new String(new JsonDataPackageFormat().bytes(reports), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "profile" : "tabular-data-package",
                          "name" : "nightfill-2026-11-20-run-2",
                          "id" : "2026-11-20/run-2",
                          "title" : "Nightfill 2026-11-20 run 2",
                          "date" : "2026-11-20",
                          "run" : 2,
                          "resources" : [
                            {
                              "profile" : "tabular-data-resource",
                              "name" : "control-totals",
                              "title" : "Sums that must balance",
                              "path" : "control-totals.csv",
                              "format" : "csv",
                              "mediatype" : "text/csv",
                              "encoding" : "utf-8",
                              "bytes" : 53,
                              "hash" : "sha256:ab",
                              "dialect" : {
                                "delimiter" : ",",
                                "lineTerminator" : "\\r\\n",
                                "quoteChar" : "\\"",
                                "doubleQuote" : true,
                                "skipInitialSpace" : false,
                                "header" : true,
                                "caseSensitiveHeader" : true
                              },
                              "schema" : {
                                "fields" : [
                                  {
                                    "name" : "check",
                                    "type" : "string",
                                    "constraints" : {
                                      "required" : true
                                    }
                                  },
                                  {
                                    "name" : "expected",
                                    "type" : "string",
                                    "constraints" : {
                                      "required" : true
                                    }
                                  },
                                  {
                                    "name" : "actual",
                                    "type" : "string",
                                    "constraints" : {
                                      "required" : true
                                    }
                                  },
                                  {
                                    "name" : "status",
                                    "type" : "string",
                                    "constraints" : {
                                      "required" : true,
                                      "enum" : [
                                        "OK",
                                        "DIFFERENT"
                                      ]
                                    }
                                  }
                                ],
                                "missingValues" : [
                                  ""
                                ],
                                "primaryKey" : [
                                  "check"
                                ]
                              }
                            }
                          ]
                        }
                        """);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ALLOCATIONS    | ,1,CHAIR,4,B1,                    | allocations.csv: orderid is required
            ALLOCATIONS    | =1,1,CHAIR,4,B1,                  | allocations.csv: orderid breaks pattern
            ALLOCATIONS    | O1,1,CHAIR,4,B9,                  | allocations.csv: batchref is not known: B9
            ALLOCATIONS    | O1,1,CHAIR,0,B1,                  | allocations.csv: qty breaks minimum
            ALLOCATIONS    | O1,1,CHAIR,2147483648,B1,         | allocations.csv: qty breaks maximum
            ALLOCATIONS    | O1,1,CHAIR,1e3,B1,                | allocations.csv: qty is not of type integer
            ALLOCATIONS    | O1,1,CHAIR,4,B1,soon              | allocations.csv: eta breaks pattern
            ALLOCATIONS    | O1,1,CHAIR,4,B1,Unknown           | allocations.csv: eta breaks pattern
            PROMISES       | O3,1,CHAIR,1,B1,x,B1,,MOVED       | promises.csv: eta_before breaks pattern
            PROMISES       | O3,1,CHAIR,1,B1,,B1,x,MOVED       | promises.csv: eta_after breaks pattern
            STOCK          | B1,CHAIR,4,2026-12-4,4,0,0        | stock.csv: eta breaks pattern
            UNALLOCATED    | O2,1,SOFA,1,SHORT,unknown         | unallocated.csv: since is not of type date
            UNALLOCATED    | O2,1,SOFA,1,SHORT,2026-02-29      | unallocated.csv: since is not of type date
            UNALLOCATED    | O2,1,SOFA,1,SHORT,1999-12-31      | unallocated.csv: since breaks minimum
            UNALLOCATED    | O2,1,SOFA,1,SHORT,2200-01-01      | unallocated.csv: since breaks maximum
            UNALLOCATED    | O2,1,SOFA,1,LONG,2026-11-18       | unallocated.csv: reason breaks enum
            UNALLOCATED    | O2,1,SOFA,1,SHORT,                | unallocated.csv: since is required
            RELEASED       | O3,1,CHAIR,1,B1,LOST              | released.csv: cause breaks enum
            PROMISES       | O3,1,CHAIR,1,B1,,B8,,MOVED        | promises.csv: ref_after is not known: B8
            PROMISES       | O3,1,CHAIR,1,,,B1,,MOVED          | promises.csv: ref_before is required
            STOCK          | B1,CHAIR,4,,5,0,-1                | stock.csv: available breaks minimum
            REJECTS        | orders.csv,2,DATE,no date,x       | rejects.csv: file breaks enum
            CONTROL_TOTALS | sums,1,1,FINE                     | control-totals.csv: status breaks enum
            """)
    void a_row_that_the_description_does_not_allow_is_noticed(Report report, String row, String fault)
            throws IOException {
        Map<Report, String> rows = new LinkedHashMap<>(ROWS);
        rows.put(report, row);
        write(rows);

        assertThat(Conformity.faults(directory)).anyMatch(told -> told.startsWith(fault));
    }

    @Test
    void by_former_rules_totals_are_whole_numbers() throws IOException {
        String described = "\"expected\",\n            \"type\" : \"%s\"";
        write(Map.of(Report.CONTROL_TOTALS, "sums,1,1,OK"));
        assertThat(described()).contains(described.formatted("string"));
        write(Map.of(Report.CONTROL_TOTALS, "sums,1,1,OK"), Rules.ONE);
        assertThat(described()).contains(described.formatted("integer"));
    }

    private String described() throws IOException {
        return Files.readString(directory.resolve("datapackage.json"));
    }

    @Test
    void by_former_rules_an_eta_is_a_date() throws IOException {
        write(Map.of(Report.STOCK, "B1,CHAIR,4,2026-12-04,4,0,0"), Rules.ONE);
        assertThat(Conformity.faults(directory)).isEmpty();

        write(Map.of(Report.STOCK, "B1,CHAIR,4,unknown,4,0,0"), Rules.ONE);
        assertThat(Conformity.faults(directory)).singleElement().asString().contains("eta is not of type date");
    }

    @Test
    void an_identifier_of_256_characters_is_noticed() throws IOException {
        write(Map.of(Report.STOCK, "\uD83D\uDE9A".repeat(255) + ",CHAIR,4,,4,0,0"));
        assertThat(Conformity.faults(directory)).isEmpty();

        write(Map.of(Report.STOCK, "\uD83D\uDE9A".repeat(256) + ",CHAIR,4,,4,0,0"));
        assertThat(Conformity.faults(directory)).hasSize(1).allMatch(fault -> fault.contains("ref breaks maxLength"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            STOCK          ; B1,CHAIR,4,,4,0,0|B1,SOFA,4,,4,0,0
            REJECTS        ; batches.csv,2,DATE,a,b|batches.csv,2,DATE,c,d
            CONTROL_TOTALS ; sums,1,1,OK|sums,2,2,OK
            """)
    void two_rows_of_one_key_are_noticed(Report report, String both) throws IOException {
        Map<Report, String> rows = new LinkedHashMap<>(ROWS);
        rows.put(report, both);
        write(rows);

        assertThat(Conformity.faults(directory)).anyMatch(told -> told.contains("there are two rows of"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            O1,1,CHAIR  | O1,2,CHAIR   | allocations.csv: has the hash
            O1,1,CHAIR  | O11,1,CHAIR  | allocations.csv: has 9
            orderid,    | order,       | allocations.csv: header is
            '\r\n'    | '\n'        | allocations.csv: has other line ends
            """)
    void a_file_that_is_another_is_noticed(String text, String other, String fault) throws IOException {
        write(ROWS);
        Path file = directory.resolve("allocations.csv");
        Files.writeString(file, Files.readString(file).replace(text.translateEscapes(), other.translateEscapes()));

        assertThat(Conformity.faults(directory)).anyMatch(told -> told.startsWith(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tabular-data-package | tabular-data-pack
            "integer"            | "number of pieces"
            "minimum" : 1        | "minimum" : true
            "sha256:             | "sha256!
            "delimiter"          | "separator"
            "name" : "nightfill  | "name" : "Night fill
            """, quoteCharacter = '´')
    void a_description_that_the_standard_does_not_know_is_noticed(String text, String other) throws IOException {
        write(ROWS);
        Path file = directory.resolve("datapackage.json");
        Files.writeString(file, Files.readString(file).replace(text, other));

        assertThat(Conformity.descriptorFaults(directory)).isNotEmpty();
    }

    private void write(Map<Report, String> rows) throws IOException {
        write(rows, Rules.TWO);
    }

    private void write(Map<Report, String> rows, Rules rules) throws IOException {
        Map<Report, Written> files = new EnumMap<>(Report.class);
        for (Report report : Report.values()) {
            String text = String.join(",", report.header()) + "|" + rows.getOrDefault(report, "");
            byte[] bytes = text.replaceFirst("\\|$", "")
                    .concat("|")
                    .replace("|", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            Files.write(directory.resolve(report.fileName()), bytes);
            files.put(report, new Written(0, bytes.length, Sha256.of(bytes)));
        }
        DataPackage reports = new DataPackage(new RunName(LocalDate.of(2026, 11, 20), 2), rules, files);
        Files.write(directory.resolve("datapackage.json"), new JsonDataPackageFormat().bytes(reports));
    }
}
