package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeantColumnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lineno",
                "line_no",
                "line number",
                "Line-Nr.",
                "line#",
                "lines",
                "lin",
                "ilne",
                "lline",
                "lineid",
                "ｌｉｎｅ",
                "order_line",
                "Pos",
                "pos.nr",
                "position",
                "\u200Bline",
                "line item no",
                "linie",
                "linenumber",
                "zeile",
                "line\u00a0no",
                "LINENUM"
            })
    void a_line_number_is_meant(String name) {
        assertMeant(Feed.ORDER_LINES, name, "line");
        assertMeant(Feed.DISPATCHES, name, "line");
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_LINES, order_id, orderid",
        "ORDER_LINES, order id, orderid",
        "CANCELLATIONS, Order-ID, orderid",
        "ORDER_LINES, orderno, orderid",
        "ORDER_LINES, order number, orderid",
        "ORDER_LINES, oderid, orderid",
        "ORDER_LINES, orderidd, orderid",
        "ORDER_LINES, oredrid, orderid",
        "ORDER_LINES, quantity, qty",
        "ORDER_LINES, Qty., qty",
        "ORDER_LINES, qyt, qty",
        "BATCHES, ordered_quantity, qty",
        "BATCHES, eta_date, eta",
        "BATCHES, ETA (date), eta",
        "BATCHES, expected arrival, eta",
        "BATCHES, reference, ref",
        "BATCHES, batch_ref, ref",
        "BATCHES, ref no, ref",
        "ALLOCATIONS, batch_ref, batchref",
        "ALLOCATIONS, batchno, batchref",
        "ALLOCATIONS, bathcref, batchref",
        "BATCHES, SKU code, sku",
        "BATCHES, article_no, sku",
        "ORDER_LINES, part number, sku",
        "ORDER_LINES, suk, sku"
    })
    void another_column_is_meant(Feed feed, String name, String column) {
        assertMeant(feed, name, column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "note",
                "notes",
                "comment",
                "price",
                "unit price",
                "customer",
                "customer_no",
                "name",
                "customer name",
                "product",
                "article",
                "item",
                "description",
                "order date",
                "ordered",
                "orderdate",
                "due",
                "date",
                "city",
                "country",
                "link",
                "lane",
                "live",
                "online",
                "inline",
                "lineprice",
                "size",
                "color",
                "etd",
                "beta",
                "meta",
                "rev",
                "pref",
                "sky",
                "unit",
                "uom",
                "currency",
                "amount",
                "warehouse",
                "supplier",
                "status",
                "priority",
                "weight",
                "x",
                "1",
                "数量",
                "id",
                "no",
                "time",
                "created_at",
                "key",
                "file"
            })
    void nothing_is_meant(String name) {
        for (Feed feed : Feed.values()) {
            assertThat(MeantColumn.of(feed, name)).as("%s in %s", name, feed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void columns_of_other_feeds_are_not_meant(Feed feed) {
        assertThat(MeantColumn.of(feed, "eta_date").isPresent()).isEqualTo(feed == Feed.BATCHES);
        assertThat(MeantColumn.of(feed, "line_no").isPresent()).isEqualTo(feed != Feed.BATCHES);
    }

    private static void assertMeant(Feed feed, String name, String column) {
        assertThat(MeantColumn.of(feed, name)).as(name).hasValue(column);
    }
}
