package nightfill.application.sample;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What purchasing has bought for one night's demand: nine tenths of it, too much of one article, too little of another. */
final class Purchases {

    private static final long PURCHASES = 2;
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);
    private static final int FARTHEST_DAYS = 120;

    private final LocalDate date;
    private final long seed;
    private final long[] demand;

    /** Takes the units ordered of each article, by rank. */
    Purchases(LocalDate date, long seed, long[] demand) {
        this.date = date;
        this.seed = seed;
        this.demand = demand;
    }

    /** One line, numbered from 1, of the purchase order for an article; without {@code eta} it lies in the warehouse. */
    record Batch(
            int rank, int number, int quantity, @Nullable LocalDate eta) {}

    Stream<Batch> batches() {
        return IntStream.range(0, demand.length)
                .filter(rank -> demand[rank] > 0 && !isNeverBought(rank))
                .boxed()
                .mapMulti(this::batchesOfArticle);
    }

    private static boolean isNeverBought(int rank) {
        return rank % 40 == 9;
    }

    private static boolean isBoughtPieceByPiece(int rank) {
        return rank % 20 == 5;
    }

    private void batchesOfArticle(int rank, Consumer<Batch> batches) {
        SeededRandom dice = new SeededRandom(seed, date.toEpochDay(), PURCHASES, rank);
        if (isBoughtPieceByPiece(rank)) {
            pieces(rank, dice, batches);
        } else {
            lots(rank, dice, batches);
        }
    }

    /** Remnants of one or two units: they add up, but no single one serves a line of three. */
    private void pieces(int rank, SeededRandom dice, Consumer<Batch> batches) {
        int count = 4 + dice.roll(7);
        for (int number = 1; number <= count; number++) {
            batches.accept(new Batch(rank, number, 1 + dice.roll(2), eta(dice)));
        }
    }

    private void lots(int rank, SeededRandom dice, Consumer<Batch> batches) {
        long units = supply(demand[rank], dice);
        int count = (int) Math.min(units, 2 + dice.roll(5));
        for (int number = 1; number <= count; number++) {
            long lot = number == count ? units : lot(units, count - number + 1, dice);
            batches.accept(new Batch(rank, number, Math.toIntExact(lot), eta(dice)));
            units -= lot;
        }
    }

    /** From 60 to 136 percent of the demand, in whole units rounded up or down by the dice, and at least one. */
    private static long supply(long demand, SeededRandom dice) {
        return Math.max(1, (demand * (60 + dice.roll(77)) + dice.roll(100)) / 100);
    }

    /** Half to one and a half of a fair share, but so that one unit at least remains for each of the others. */
    private static long lot(long units, int left, SeededRandom dice) {
        long share = units * (50 + dice.roll(101)) / (100L * left);
        return Math.max(1, Math.min(share, units - left + 1));
    }

    private @Nullable LocalDate eta(SeededRandom dice) {
        if (dice.roll(100) < 35) {
            return null;
        }
        LocalDate eta = date.plusDays(1 + dice.roll(FARTHEST_DAYS));
        return eta.isAfter(LAST_DATE) ? LAST_DATE : eta;
    }
}
