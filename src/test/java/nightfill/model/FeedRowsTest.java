package nightfill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedRowsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b,S,1|FIELDS",
                "=b,S,1,|IDENTIFIER",
                "b,,1,|IDENTIFIER",
                "b,,x,x|IDENTIFIER",
                "b,S,-1,x|QUANTITY",
                "b,S,1e3,|QUANTITY",
                "b,S,1.0,|QUANTITY",
                "b,S,٣,|QUANTITY",
                "b,S,2147483648,|QUANTITY",
                "b,S,02147483647,|APPLIED",
                "b,S,0,|APPLIED",
                "﻿b,S,0,|APPLIED",
                "b​,S,0,|IDENTIFIER",
                "b,＝S,0,|IDENTIFIER",
                "b,‍,0,|IDENTIFIER",
                "b, \"S\",0,|FIELDS",
                "b,S,1,0000-01-01|DATE",
                "b,S,1,2026-02-29|DATE",
                "b,S,1,2199-12-31|APPLIED",
                "b,S,1, Unknown|APPLIED",
                "b,S,1,un known|DATE",
            })
    void a_batch_row_is_judged_by_the_first_fault(String row, Verdict verdict) {
        assertThat(verdicts("ref,sku,qty,eta\n" + row + "\n")).containsExactly(verdict);
    }

    @Test
    void empty_records_and_end_marks_are_no_rows() {
        assertThat(verdicts(",,,\nref,sku,qty,eta\n,,,\n\"\"\n \nb,S,1,\n\u001a\n"))
                .containsExactly(Verdict.APPLIED);
    }

    @Test
    void a_nul_in_any_column_spoils_the_identifier() {
        assertThat(verdicts("ref,sku,qty,eta,note\nb,S,\0,x,\nb,S,1,,\0\n"))
                .containsExactly(Verdict.IDENTIFIER, Verdict.IDENTIFIER);
    }

    @Test
    void an_identifier_has_at_most_255_code_points() {
        String wide = "\ud83d\ude00".repeat(255);

        assertThat(verdicts("ref,sku,qty,eta\n" + wide + ",S,1,\n" + wide + "x,S,1,\n"))
                .containsExactly(Verdict.APPLIED, Verdict.IDENTIFIER);
    }

    @Test
    void columns_are_found_by_name_and_lines_counted_as_they_stand() {
        FeedRows feed = new FeedRows(
                FeedRows.ORDER_LINES, "\uFEFF Qty,note,\tSKU,OrderId\r\n\r\n\"007\",\"a, \"\"b\"\"\", S ,o\r\n");
        Row row = feed.rows.get(0);

        assertThat(feed.hasGoodHeader()).isTrue();
        assertThat(row.line).isEqualTo(3);
        assertThat(row.raw).isEqualTo("\"007\",\"a, \"\"b\"\"\", S ,o");
        assertThat(Line.of(row)).isEqualTo(new Line("o", "", "S", 7));
    }

    @Test
    void a_missing_column_and_one_named_twice_spoil_the_header() {
        assertThat(new FeedRows(FeedRows.BATCHES, "ref,sku,qty\n").hasGoodHeader())
                .isFalse();
        assertThat(new FeedRows(FeedRows.BATCHES, "ref,sku,qty,eta,REF\n").hasGoodHeader())
                .isFalse();
    }

    @Test
    void a_rejected_row_is_shown_safe_to_open() {
        assertThat(Reports.safe("=a\tb\0")).isEqualTo("'=a\u2409b\u2400");
        assertThat(Reports.safe("\ta")).isEqualTo("\u2409a");
        assertThat(Reports.safe("\u00a0\ufeff=1")).isEqualTo("'\u00a0\ufeff=1");
        assertThat(Reports.safe("\uff1d1")).isEqualTo("'\uff1d1");
    }

    @Test
    void rejects_are_compared_without_their_free_text() {
        assertThat(Run.comparable(
                        "rejects.csv", "file,line,reason,detail,row\r\n\"f\",1,DATE,\"any, text\",\"a,b\"\r\n"))
                .isEqualTo("file,line,reason,row\r\nf,1,DATE,\"a,b\"\r\n");
    }

    private static List<Verdict> verdicts(String text) {
        return new FeedRows(FeedRows.BATCHES, text)
                .rows.stream().map(row -> row.verdict).toList();
    }
}
