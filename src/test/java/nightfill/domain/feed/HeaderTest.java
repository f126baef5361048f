package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderTest {

    private static final List<String> REQUIRED = List.of("orderid", "sku", "qty");
    private static final List<String> OPTIONAL = List.of("line");

    @Test
    void columns_stand_in_any_order_and_case_with_spaces_and_tabs_around() {
        Header.Columns columns = accepted("\tQty ", "SKU", " note", "OrderID");
        List<String> record = List.of(" 5 ", "chair", "fragile", "\to-1");
        assertThat(columns.column("orderid").of(record)).isEqualTo("o-1");
        assertThat(columns.column("sku").of(record)).isEqualTo("chair");
        assertThat(columns.column("qty").of(record)).isEqualTo("5");
        assertThat(columns.count()).isEqualTo(4);
    }

    @Test
    void a_column_that_may_be_absent_is_empty_where_it_is() {
        assertThat(accepted("orderid", "sku", "qty").column("line").of(List.of("o", "s", "1")))
                .isEmpty();
    }

    @Test
    void columns_without_a_name_are_ignored_however_many() {
        assertThat(accepted("orderid", "", "sku", " ", "qty", "").count()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void each_column_that_is_required_is_missed(Feed feed) {
        for (String name : feed.required()) {
            List<String> others = feed.required().stream()
                    .filter(other -> !other.equals(name))
                    .toList();
            assertThat(fault(Header.of(others, feed.required(), feed.optional(), Rules.CURRENT)))
                    .isEqualTo("the header lacks the column " + name + "; it reads: " + String.join(",", others));
        }
    }

    @Test
    void all_missing_columns_are_named_at_once() {
        assertThat(fault(Header.of(List.of("orderid;sku;qty"), REQUIRED, OPTIONAL, Rules.CURRENT)))
                .isEqualTo("the header lacks the column orderid, sku, qty; it reads: orderid;sku;qty");
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void a_column_that_is_read_must_not_be_named_twice(Rules rules) {
        assertThat(fault(Header.of(List.of("orderid", "sku", "qty", " SKU "), REQUIRED, OPTIONAL, rules)))
                .isEqualTo("the header names the column sku twice");
        assertThat(fault(Header.of(List.of("Line", "orderid", "sku", "qty", "line"), REQUIRED, OPTIONAL, rules)))
                .isEqualTo("the header names the column line twice");
    }

    @Test
    void a_column_that_nobody_reads_may_be_named_twice_but_for_the_first_rules() {
        List<String> names = List.of("note", "orderid", "sku", "batchref", "qty", "Note\t", "batchref");
        assertThat(accepted(names.toArray(String[]::new)).unread())
                .containsExactly("note", "batchref", "note", "batchref");
        assertThat(fault(Header.of(names, REQUIRED, OPTIONAL, Rules.ONE)))
                .isEqualTo("the header names the column … twice");
    }

    @Test
    void of_a_header_only_names_that_are_known_or_nearly_so_are_shown() {
        assertThat(fault(Header.of(List.of("OrderID", "secret", "hunter2", "Quantity"), REQUIRED, OPTIONAL, Rules.ONE)))
                .isEqualTo("the header lacks the column sku, qty; it reads: OrderID,…,Quantity");
        assertThat(fault(Header.of(List.of("sku;hunter2;qty"), REQUIRED, OPTIONAL, Rules.CURRENT)))
                .isEqualTo("the header lacks the column orderid, sku, qty, and names none that is known");
        assertThat(fault(
                        Header.of(List.of("file", "rows"), List.of("file", "rows", "sha256"), OPTIONAL, Rules.CURRENT)))
                .isEqualTo("the header lacks the column sha256; it reads: file,rows");
    }

    @Test
    void of_very_many_names_few_are_shown() {
        assertThat(fault(Header.of(Collections.nCopies(100_000, ""), REQUIRED, OPTIONAL, Rules.CURRENT)))
                .hasSizeLessThan(200);
        assertThat(fault(Header.of(Collections.nCopies(100_000, "sku"), List.of("qty"), OPTIONAL, Rules.CURRENT)))
                .hasSizeLessThan(200);
    }

    @Test
    void a_header_of_control_characters_is_shown_on_one_short_line() {
        assertThat(fault(Header.of(List.of("a\nb".repeat(1000)), REQUIRED, OPTIONAL, Rules.CURRENT)))
                .doesNotContain("\n")
                .hasSizeLessThan(200);
    }

    @Test
    void a_name_with_a_stray_character_is_another_name() {
        assertThat(fault(Header.of(List.of("\uFEFForderid", "sku", "qty"), REQUIRED, OPTIONAL, Rules.CURRENT)))
                .startsWith("the header lacks the column orderid;");
        assertThat(fault(Header.of(List.of("orderid\0", "sku", "qty"), REQUIRED, OPTIONAL, Rules.CURRENT)))
                .startsWith("the header lacks the column orderid;");
    }

    private static Header.Columns accepted(String... names) {
        return (Header.Columns) Header.of(List.of(names), REQUIRED, OPTIONAL, Rules.CURRENT);
    }

    private static String fault(Header header) {
        return ((Header.Fault) header).reason();
    }
}
