package nightfill.bench.feeds;

import java.util.SplittableRandom;

/**
 * The SKUs that a night is about.
 *
 * @param skus how many
 * @param every the distance of their numbers, so that a night may be about every tenth SKU of another one
 * @param even whether each gets as many batches as any other; chance decides otherwise
 */
public record Assortment(long skus, long every, boolean even) {

    String skuOfBatch(long number, SplittableRandom random) {
        return even ? sku(number % skus) : skuOfLine(random);
    }

    String skuOfLine(SplittableRandom random) {
        return sku(random.nextLong(skus));
    }

    private String sku(long number) {
        return "SKU-%07d".formatted(number * every);
    }
}
