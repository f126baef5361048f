package nightfill.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The feeds of random nights: few lines, SKUs and batches, drawn again and again, so that they meet often. */
final class RandomFeeds {

    private final Random random;
    private final RandomRows writer;
    private final RandomWords words;
    private final List<String> skus;
    private final List<String> refs;
    private final List<Line> pool = new ArrayList<>();
    private final List<Line> sent = new ArrayList<>();
    private final Map<String, List<String>> lastFed = new HashMap<>();

    RandomFeeds(Random random) {
        this.random = random;
        writer = new RandomRows(random);
        words = new RandomWords(random);
        skus = words.distinct(3);
        refs = words.distinct(7);
        List<String> orders = words.distinct(8);
        List<String> numbers = List.of("", "", "1", "01", "2", "\u0661", RandomWords.longest(5));
        for (int i = 0; i < 40; i++) {
            pool.add(new Line(pick(orders), pick(numbers), pick(skus), words.lineQuantity()));
        }
    }

    /** What stands only makes it likelier that a row hits something; any row may miss. */
    Map<String, String> night(LocalDate date, boolean opening, State standing) {
        Map<String, String> texts = new HashMap<>();
        texts.put(
                FeedRows.BATCHES,
                writer.write(
                        "ref,sku,qty,eta", batches(date, opening ? refs.size() : 1 + random.nextInt(refs.size() - 1))));
        if (opening) {
            texts.put(FeedRows.ALLOCATIONS, writer.write("orderid,line,sku,qty,batchref", promises()));
        }
        texts.put(FeedRows.ORDER_LINES, lineFeed(newLines()));
        if (random.nextInt(3) > 0) {
            texts.put(FeedRows.DISPATCHES, lineFeed(oldLines(random.nextInt(7), standing)));
        }
        if (random.nextInt(3) > 0) {
            texts.put(FeedRows.CANCELLATIONS, lineFeed(oldLines(random.nextInt(5), standing)));
        }
        if (random.nextInt(4) == 0) {
            texts.put(ControlFile.FILE, ControlFile.of(texts, random));
        }
        if (random.nextInt(10) == 0) {
            texts.put("readme.txt", "nobody asked for this file");
        }
        return texts;
    }

    /** Lines that may come in a feed as well, or have come. */
    List<List<String>> urgent(Random dice) {
        return Stream.generate(() -> fields(pool.get(dice.nextInt(pool.size()))))
                .limit(Math.max(0, dice.nextInt(6) - 1))
                .toList();
    }

    private List<List<String>> batches(LocalDate date, int count) {
        List<String> shuffled = new ArrayList<>(refs);
        Collections.shuffle(shuffled, random);
        List<List<String>> rows = new ArrayList<>();
        for (String ref : shuffled.subList(0, count)) {
            List<String> row = random.nextInt(5) == 0 ? lastFed.getOrDefault(ref, batch(ref, date)) : batch(ref, date);
            rows.add(row);
            lastFed.put(ref, row);
            int dice = random.nextInt(100);
            if (dice < 12) {
                rows.add(random.nextInt(rows.size()), dice < 7 ? row : batch(ref, date));
            }
        }
        return rows;
    }

    private List<String> batch(String ref, LocalDate date) {
        String sku = random.nextInt(20) == 0 ? pick(skus) : skus.get(refs.indexOf(ref) % skus.size());
        int which = random.nextInt(6);
        String atSea = which == 4
                ? refs.indexOf(ref) % 2 == 0 ? "unknown" : "Unknown"
                : date.plusDays(List.of(-3, 0, 1, 4, 4, 30).get(which)).toString();
        String eta = random.nextInt(5) < 2 ? "" : atSea;
        return List.of(ref, sku, Integer.toString(words.batchQuantity()), eta);
    }

    /** Some nights bring most of the pool at once, the others a few lines, perhaps twice. */
    private List<List<String>> newLines() {
        List<Line> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        List<Line> lines = random.nextInt(8) == 0
                ? shuffled.subList(0, 30)
                : Stream.generate(() -> pick(pool))
                        .limit(2 + random.nextInt(10))
                        .toList();
        sent.addAll(lines);
        return lines.stream().map(RandomFeeds::fields).toList();
    }

    private List<List<String>> oldLines(int count, State standing) {
        return Stream.generate(() -> oldLine(standing))
                .limit(count)
                .map(RandomFeeds::fields)
                .toList();
    }

    private Line oldLine(State standing) {
        int dice = random.nextInt(20);
        List<Booking> likely = standing.standing(dice < 9 ? Booking.Standing.ALLOCATED : Booking.Standing.DISPATCHED);
        if (dice < 11 && !likely.isEmpty()) {
            return pick(likely).line;
        }
        return pick(sent.isEmpty() || dice > 15 ? pool : sent);
    }

    private List<List<String>> promises() {
        List<Line> lines =
                Stream.generate(() -> pick(pool)).limit(1 + random.nextInt(5)).toList();
        sent.addAll(lines);
        return lines.stream().map(this::promise).toList();
    }

    private List<String> promise(Line line) {
        List<String> row = new ArrayList<>(fields(line));
        int sku = skus.indexOf(line.sku());
        row.add(random.nextInt(4) == 0 ? pick(refs) : refs.get(sku + skus.size() * random.nextInt(2)));
        return row;
    }

    private String lineFeed(List<List<String>> rows) {
        boolean numbered = rows.stream().anyMatch(row -> !row.get(1).isEmpty()) || random.nextBoolean();
        List<List<String>> bare = rows.stream()
                .map(row -> List.of(row.get(0), row.get(2), row.get(3)))
                .toList();
        return numbered ? writer.write("orderid,line,sku,qty", rows) : writer.write("orderid,sku,qty", bare);
    }

    private static List<String> fields(Line line) {
        return List.of(line.order(), line.number(), line.sku(), Integer.toString(line.qty()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
