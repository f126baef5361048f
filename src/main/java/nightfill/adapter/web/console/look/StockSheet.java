package nightfill.adapter.web.console.look;

import nightfill.application.watch.StockRecords.Stock;
import nightfill.view.Numbers;

/** What a batch has, in words. */
record StockSheet(Named batch, String eta, String purchased, String allocated, String dispatched, String free) {

    static StockSheet of(Stock stock) {
        return new StockSheet(
                Named.batch(stock.reference()),
                When.text(stock.eta()),
                Numbers.grouped(stock.purchased()),
                Numbers.grouped(stock.allocated()),
                Numbers.grouped(stock.dispatched()),
                Numbers.grouped(stock.available()));
    }
}
