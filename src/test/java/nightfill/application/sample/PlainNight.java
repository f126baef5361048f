package nightfill.application.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Allocates a sample night in the plainest way, to count how often each outcome occurs. */
final class PlainNight {

    private final Map<String, List<Stock>> stocks = new HashMap<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private long supply;
    private long demand;
    private int lines;

    static PlainNight of(SampleNight sample) {
        PlainNight night = new PlainNight();
        sample.batches().forEach(night::take);
        night.stocks.values().forEach(stock -> stock.sort(Comparator.comparing(Stock::turn)));
        sample.orderLines().forEach(night::serve);
        return night;
    }

    int supplyInPercentOfDemand() {
        return Math.toIntExact(supply * 100 / demand);
    }

    int permille(String outcome) {
        return outcomes.getOrDefault(outcome, 0) * 1000 / lines;
    }

    private void take(String row) {
        String[] fields = row.split(",", -1);
        Stock stock = new Stock(fields[3] + "," + fields[0], Integer.parseInt(fields[2]));
        stocks.computeIfAbsent(fields[1], sku -> new ArrayList<>()).add(stock);
        supply += stock.left;
    }

    private void serve(String row) {
        String[] fields = row.split(",", -1);
        int quantity = Integer.parseInt(fields[3]);
        demand += quantity;
        lines++;
        outcomes.merge(outcome(stocks.getOrDefault(fields[2], List.of()), quantity), 1, Integer::sum);
    }

    private static String outcome(List<Stock> stocks, int quantity) {
        for (Stock stock : stocks) {
            if (stock.left >= quantity) {
                stock.left -= quantity;
                return "ALLOCATED";
            }
        }
        int together = stocks.stream().mapToInt(stock -> stock.left).sum();
        return stocks.isEmpty() ? "UNKNOWN_SKU" : together < quantity ? "SHORT" : "NO_SINGLE_BATCH";
    }

    private static final class Stock {
        private final String turn;
        private int left;

        Stock(String turn, int left) {
            this.turn = turn;
            this.left = left;
        }

        String turn() {
            return turn;
        }
    }
}
