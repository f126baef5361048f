package nightfill.application.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The articles of one seed, by popularity; a small night sells only the first of them. */
final class Catalogue {

    private static final List<String> KINDS = List.of(
            "SOFA",
            "BED",
            "TABLE",
            "CHAIR",
            "SHELF",
            "DESK",
            "LAMP",
            "RUG",
            "STOOL",
            "BENCH",
            "CABINET",
            "WARDROBE",
            "DRESSER",
            "MIRROR",
            "MATTRESS",
            "ARMCHAIR",
            "SIDEBOARD",
            "BOOKCASE",
            "NIGHTSTAND",
            "TVUNIT");
    private static final List<String> FINISHES = List.of(
            "OAK", "BIRCH", "PINE", "WALNUT", "BEECH", "ASH", "BLACK", "WHITE", "GREY", "BLUE", "GREEN", "RED", "SAND",
            "LINEN", "WOOL", "LEATHER", "STEEL", "BRASS", "RATTAN", "GLASS");
    private static final int COMBINATIONS = 400;
    private static final int ARTICLES = 100 * COMBINATIONS;
    private static final int LINES_PER_ARTICLE = 25;
    private static final int SMALLEST = 12;

    private final String[] skus;
    private final long[] weights;

    Catalogue(long seed, long lines) {
        int size = (int) Math.min(ARTICLES, Math.max(SMALLEST, lines / LINES_PER_ARTICLE));
        skus = IntStream.of(shuffled(seed))
                .limit(size)
                .mapToObj(Catalogue::named)
                .toArray(String[]::new);
        weights = cumulatedWeights(size);
    }

    int size() {
        return skus.length;
    }

    /** The SKU of the article that is the {@code rank}-th most popular, counted from 0. */
    String sku(int rank) {
        return skus[rank];
    }

    /** The rank of the article that the next customer takes. */
    int draw(SeededRandom dice) {
        int found = Arrays.binarySearch(weights, dice.roll(weights[weights.length - 1]));
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int[] shuffled(long seed) {
        int[] articles = IntStream.range(0, ARTICLES).toArray();
        SeededRandom dice = new SeededRandom(seed);
        for (int last = ARTICLES - 1; last > 0; last--) {
            int other = dice.roll(last + 1);
            int moved = articles[last];
            articles[last] = articles[other];
            articles[other] = moved;
        }
        return articles;
    }

    /** Zipf's law as Mandelbrot mended it: the weight of rank r is 1 / (r + 20), in whole numbers. */
    private static long[] cumulatedWeights(int size) {
        long[] cumulated = new long[size];
        long sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += (1L << 40) / (rank + 20);
            cumulated[rank] = sum;
        }
        return cumulated;
    }

    private static String named(int article) {
        String kind = KINDS.get(article % KINDS.size());
        String finish = FINISHES.get(article / KINDS.size() % FINISHES.size());
        return kind + "-" + finish + "-" + Digits.padded(article / COMBINATIONS + 1, 4);
    }
}
