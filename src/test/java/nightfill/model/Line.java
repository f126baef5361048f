package nightfill.model;

/** An order line: equal data, the same line. */
record Line(String order, String number, String sku, int qty) {

    static Line of(Row row) {
        return new Line(row.value("orderid"), row.value("line"), row.value("sku"), Integer.parseInt(row.value("qty")));
    }
}
