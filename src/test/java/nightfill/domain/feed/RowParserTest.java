package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {

    private static final String TRUCK = "\uD83D\uDE9A";

    @Test
    void a_batch_row_tells_reference_sku_quantity_and_eta() {
        assertThat(batch("PO-1", "CHAIR", "007", "2026-11-20"))
                .isEqualTo(new BatchRow("PO-1", "CHAIR", 7, LocalDate.of(2026, 11, 20)));
    }

    @Test
    void a_batch_without_eta_is_in_the_warehouse() {
        assertThat(batch("PO-1", "CHAIR", "7", "")).isEqualTo(new BatchRow("PO-1", "CHAIR", 7, null));
        assertThat(batch("PO-1", "CHAIR", "7", " \t")).isEqualTo(new BatchRow("PO-1", "CHAIR", 7, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "Unknown", "UNKNOWN", " \tunknown "})
    void a_batch_at_sea_may_come_without_a_date(String text) {
        assertThat(batch("PO-1", "CHAIR", "7", text)).isEqualTo(new BatchRow("PO-1", "CHAIR", 7, Eta.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown.",
                "un\u212Anown",
                "un known",
                "\u00fcnknown",
                "infinity",
                "+999999999-12-31",
                "tba",
                "?"
            })
    void no_other_word_says_that_a_date_is_unknown(String text) {
        assertThat(batch("PO-1", "CHAIR", "7", text)).isInstanceOf(RejectedRow.class);
    }

    @Test
    void by_former_rules_an_unknown_date_is_none() {
        Header header = Header.of(List.of("ref", "sku", "qty", "eta"), Feed.BATCHES.required(), List.of(), Rules.ONE);
        assertRejected(
                new RowParser(Feed.BATCHES, (Header.Columns) header).parse(List.of("PO-1", "CHAIR", "7", "unknown")),
                RejectReason.DATE,
                "eta is not a date YYYY-MM-DD from 2000 to 2199: unknown");
    }

    @Test
    void a_line_row_may_come_without_line_number() {
        assertThat(line("o-1", "", "CHAIR", "2")).isEqualTo(new LineRow(new OrderLine("o-1", "", "CHAIR", 2), ""));
        assertThat(parse(Feed.ORDER_LINES, "orderid,sku,qty", "o-1", "CHAIR", "2"))
                .isEqualTo(new LineRow(new OrderLine("o-1", "", "CHAIR", 2), ""));
    }

    @Test
    void opening_allocations_name_their_batch() {
        assertThat(parse(Feed.ALLOCATIONS, "orderid,line,sku,qty,batchref", "o-1", "3", "CHAIR", "2", "PO-1"))
                .isEqualTo(new LineRow(new OrderLine("o-1", "3", "CHAIR", 2), "PO-1"));
        assertRejected(
                parse(Feed.ALLOCATIONS, "orderid,line,sku,qty,batchref", "o-1", "3", "CHAIR", "2", " "),
                RejectReason.IDENTIFIER,
                "batchref is empty");
    }

    @Test
    void columns_of_other_feeds_are_ignored() {
        assertThat(parse(Feed.ORDER_LINES, "batchref,orderid,sku,qty,eta", "=1", "o-1", "CHAIR", "2", "soon"))
                .isEqualTo(new LineRow(new OrderLine("o-1", "", "CHAIR", 2), ""));
        assertThat(parse(Feed.BATCHES, "line,ref,sku,qty,eta,orderid", "@", "PO-1", "CHAIR", "2", "", ""))
                .isEqualTo(new BatchRow("PO-1", "CHAIR", 2, null));
    }

    @Test
    void every_field_loses_the_spaces_and_tabs_around_it() {
        assertThat(batch(" PO-1\t", "\t CHAIR", " 7 ", "\t2026-11-20 "))
                .isEqualTo(new BatchRow("PO-1", "CHAIR", 7, LocalDate.of(2026, 11, 20)));
    }

    @ParameterizedTest
    @EnumSource(value = Feed.class)
    void another_number_of_fields_than_the_header_has_comes_first_of_all_reasons(Feed feed) {
        String header = String.join(",", feed.required());
        int count = feed.required().size();
        assertRejected(parse(feed, header, "\0"), RejectReason.FIELDS, "1 fields, the header has " + count);
        String[] tooMany = new String[count + 1];
        Arrays.fill(tooMany, "=");
        assertRejected(
                parse(feed, header, tooMany),
                RejectReason.FIELDS,
                "%d fields, the header has %d".formatted(count + 1, count));
    }

    @Test
    void a_nul_in_whatever_column_is_no_identifier() {
        assertRejected(line("o\0", "", "CHAIR", "2"), RejectReason.IDENTIFIER, "field 1 holds a NUL (U+0000)");
        assertRejected(line("o-1", "", "CHAIR", "2\0"), RejectReason.IDENTIFIER, "field 4 holds a NUL (U+0000)");
        assertRejected(batch("PO-1", "CHAIR", "x", "\0"), RejectReason.IDENTIFIER, "field 4 holds a NUL (U+0000)");
        assertRejected(
                parse(Feed.ORDER_LINES, "orderid,sku,qty,note", "o-1", "CHAIR", "2", "fra\0gile"),
                RejectReason.IDENTIFIER,
                "field 4 holds a NUL (U+0000)");
        assertRejected(
                parse(Feed.ORDER_LINES, "orderid,sku,qty,", "o-1", "CHAIR", "2", "\0"),
                RejectReason.IDENTIFIER,
                "field 4 holds a NUL (U+0000)");
    }

    @Test
    void the_first_reason_that_applies_is_told() {
        assertRejected(batch("", "=S", "x", "never"), RejectReason.IDENTIFIER, "ref is empty");
        assertRejected(batch("PO-1", "=S", "x", "never"), RejectReason.IDENTIFIER, "sku begins with = + - or @: =S");
        assertRejected(
                batch("PO-1", "S", "x", "never"),
                RejectReason.QUANTITY,
                "qty is not a whole number from 0 to 2147483647: x");
        assertRejected(
                batch("PO-1", "S", "1", "never"),
                RejectReason.DATE,
                "eta is not a date YYYY-MM-DD from 2000 to 2199: never");
    }

    @Test
    void identifiers_are_required_save_the_line_number() {
        assertRejected(line("", "1", "S", "1"), RejectReason.IDENTIFIER, "orderid is empty");
        assertRejected(line("o", "1", "\t", "1"), RejectReason.IDENTIFIER, "sku is empty");
        assertRejected(batch("PO", "", "1", ""), RejectReason.IDENTIFIER, "sku is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM"})
    void no_identifier_begins_like_a_formula_also_behind_spaces(String text) {
        String fault = " begins with = + - or @: " + text;
        assertRejected(line(text, "1", "S", "1"), RejectReason.IDENTIFIER, "orderid" + fault);
        assertRejected(line("o", text, "S", "1"), RejectReason.IDENTIFIER, "line" + fault);
        assertRejected(line("o", "1", " \t" + text, "1"), RejectReason.IDENTIFIER, "sku" + fault);
        assertRejected(batch(text, "S", "1", ""), RejectReason.IDENTIFIER, "ref" + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a+", "a-b", "a@b", "'=1", "\u2212" + "1", "1\uFF1D", "x\u00A0=1", "\"a\"", "a,b"})
    void such_characters_elsewhere_do_no_harm(String text) {
        assertThat(line(text, text, text, "1")).isEqualTo(new LineRow(new OrderLine(text, text, text, 1), ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    void no_identifier_holds_a_control_character(int character) {
        String text = "a" + Character.toString(character) + "b";
        String shown = "a" + Character.toString(0x2400 + character) + "b";
        assertRejected(line("o", "1", text, "1"), RejectReason.IDENTIFIER, "sku holds a control character: " + shown);
        assertRejected(line("o", text, "s", "1"), RejectReason.IDENTIFIER, "line holds a control character: " + shown);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x20, 0x7E, 0xA0, 0x200C, 0x200D, 0x2028, 0x3164, 0xFE0F, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F69A, 0x10FFFF
            })
    void any_other_character_is_welcome(int character) {
        String text = "a" + Character.toString(character) + "b";
        assertThat(line("o", "1", text, "1")).isEqualTo(new LineRow(new OrderLine("o", "1", text, 1), ""));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x202E, 0x2060, 0x2066, 0xFEFF, 0xFFF9, 0x1D173, 0xE0020})
    void no_identifier_holds_an_invisible_character(int character) {
        String fault = " holds the invisible character U+%04X: ".formatted(character);
        String invisible = Character.toString(character);
        String shown = "‹U+%04X›".formatted(character);
        assertRejected(
                line("o", "1", "a" + invisible + "b", "1"), RejectReason.IDENTIFIER, "sku" + fault + "a" + shown + "b");
        assertRejected(line(invisible + "o", "1", "s", "1"), RejectReason.IDENTIFIER, "orderid" + fault + shown + "o");
        assertRejected(batch("PO" + invisible, "s", "1", ""), RejectReason.IDENTIFIER, "ref" + fault + "PO" + shown);
    }

    @Test
    void an_invisible_character_is_named_though_the_text_is_cut_before_it() {
        assertRejected(
                line("o", "", "x".repeat(80) + "\u200B", "1"),
                RejectReason.IDENTIFIER,
                "sku holds the invisible character U+200B: " + "x".repeat(60) + "…");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFF1D, 0xFF0B, 0xFF0D, 0xFF20})
    void no_identifier_begins_like_a_formula_of_full_width(int sign) {
        String text = Character.toString(sign) + "1";
        String fault = " begins with U+%04X: %s".formatted(sign, text);
        assertRejected(line(text, "1", "S", "1"), RejectReason.IDENTIFIER, "orderid" + fault);
        assertRejected(line("o", "1", "\u3000" + text, "1"), RejectReason.IDENTIFIER, "sku" + fault);
    }

    @Test
    void joiners_belong_to_words_but_are_none_and_hide_no_formula() {
        assertThat(line("می\u200Cخواهم", "", "\uD83D\uDC68\u200D\uD83D\uDD27", "1"))
                .isInstanceOf(LineRow.class);
        assertRejected(
                line("\u200C\u200D", "", "S", "1"),
                RejectReason.IDENTIFIER,
                "orderid has nothing but the invisible character U+200C: \u200C\u200D");
        assertRejected(line("\u200D=1", "", "S", "1"), RejectReason.IDENTIFIER, "orderid begins with U+003D: \u200D=1");
    }

    @Test
    void by_the_first_rules_they_are_identifiers_and_words_are_as_they_were() {
        for (String text : List.of("a\u200Bb", "\uFEFFa", "\uFF1D1", "\u200D", "\u200D=1")) {
            assertThat(parse(Feed.ORDER_LINES, Rules.ONE, "orderid,line,sku,qty", text, text, text, "1"))
                    .isEqualTo(new LineRow(new OrderLine(text, text, text, 1), ""));
        }
        assertThat(parse(Feed.ORDER_LINES, Rules.ONE, "orderid,line,sku,qty", "o", "", "S", "1\u200B"))
                .isEqualTo(new RejectedRow(
                        RejectReason.QUANTITY, "qty is not a whole number from 1 to 2147483647: 1\u200B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", TRUCK})
    void identifiers_have_up_to_255_code_points(String character) {
        String longest = character.repeat(255);
        assertThat(batch(longest, longest, "1", "")).isEqualTo(new BatchRow(longest, longest, 1, null));
        assertRejected(
                batch("PO", character + longest, "1", ""),
                RejectReason.IDENTIFIER,
                "sku is longer than 255 characters: " + character.repeat(60) + "…");
    }

    @Test
    void a_formula_of_255_code_points_is_told_as_a_formula() {
        assertRejected(
                batch("PO", "=".repeat(255), "1", ""),
                RejectReason.IDENTIFIER,
                "sku begins with = + - or @: " + "=".repeat(60) + "…");
    }

    @Test
    void spaces_around_do_not_count_among_the_255() {
        assertThat(batch("  " + "x".repeat(255) + "\t", "S", "1", ""))
                .isEqualTo(new BatchRow("x".repeat(255), "S", 1, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1.0", "٣", "2147483648", "1 0", "+1", "=1", "1\u00A02"})
    void what_is_no_quantity_is_rejected(String text) {
        assertRejected(
                line("o", "", "S", text),
                RejectReason.QUANTITY,
                "qty is not a whole number from 1 to 2147483647: " + text);
        assertRejected(
                batch("PO", "S", text, ""),
                RejectReason.QUANTITY,
                "qty is not a whole number from 0 to 2147483647: " + text);
    }

    @Test
    void an_empty_quantity_is_rejected() {
        assertRejected(line("o", "", "S", ""), RejectReason.QUANTITY, "qty is empty");
        assertRejected(batch("PO", "S", " ", ""), RejectReason.QUANTITY, "qty is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000"})
    void zero_is_a_quantity_of_batches_only(String text) {
        assertThat(batch("PO", "S", text, "")).isEqualTo(new BatchRow("PO", "S", 0, null));
        assertRejected(
                line("o", "", "S", text),
                RejectReason.QUANTITY,
                "qty is not a whole number from 1 to 2147483647: " + text);
    }

    @Test
    void the_greatest_quantity_is_2147483647() {
        assertThat(batch("PO", "S", "2147483647", "")).isEqualTo(new BatchRow("PO", "S", Integer.MAX_VALUE, null));
        assertThat(line("o", "", "S", "02147483647"))
                .isEqualTo(new LineRow(new OrderLine("o", "", "S", Integer.MAX_VALUE), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1999-12-31", "2200-01-01", "2025-02-29", "20.11.2026", "2026-11-20Z", "0"})
    void what_is_no_date_is_rejected(String text) {
        assertRejected(
                batch("PO", "S", "1", text),
                RejectReason.DATE,
                "eta is not a date YYYY-MM-DD from 2000 to 2199: " + text);
    }

    private static Row batch(String... fields) {
        return parse(Feed.BATCHES, "ref,sku,qty,eta", fields);
    }

    private static Row line(String... fields) {
        return parse(Feed.ORDER_LINES, "orderid,line,sku,qty", fields);
    }

    @Test
    void a_rejected_row_is_about_the_batch_that_it_names_where_it_can() {
        assertThat(mention("PO-1", "CHAIR", "x", "")).isEqualTo("PO-1");
        assertThat(mention("PO-1", "CHAIR", "1", "soon")).isEqualTo("PO-1");
        assertThat(mention(" PO-1\t", "=1", "1", "")).isEqualTo("PO-1");
        assertThat(mention("PO-1", "CHAIR")).isEqualTo("PO-1");
        assertThat(mention("PO-1", "CHAIR", "1", "", "", "")).isEqualTo("PO-1");
        assertThat(mention("=PO-1", "CHAIR", "1", "")).isEqualTo("=PO-1");
        assertThat(mention("PO\0", "CHAIR", "1", "")).isEmpty();
        assertThat(mention("x".repeat(511), "CHAIR", "1", "")).isEmpty();
        assertThat(parse(Feed.BATCHES, "sku,qty,eta,ref", "CHAIR", "x"))
                .isInstanceOfSatisfying(
                        RejectedRow.class, row -> assertThat(row.reference()).isEmpty());
        assertThat(line("o", "", "CHAIR", "x"))
                .isInstanceOfSatisfying(
                        RejectedRow.class, row -> assertThat(row.reference()).isEmpty());
    }

    private static String mention(String... fields) {
        return ((RejectedRow) parse(Feed.BATCHES, "ref,sku,qty,eta", fields)).reference();
    }

    private static Row parse(Feed feed, String header, String... fields) {
        return parse(feed, Rules.CURRENT, header, fields);
    }

    private static Row parse(Feed feed, Rules rules, String header, String... fields) {
        Header read = Header.of(List.of(header.split(",", -1)), feed.required(), feed.optional(), rules);
        return new RowParser(feed, (Header.Columns) read).parse(List.of(fields));
    }

    private static void assertRejected(Row row, RejectReason reason, String detail) {
        assertThat(row).isInstanceOfSatisfying(RejectedRow.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.detail()).isEqualTo(detail);
        });
    }
}
