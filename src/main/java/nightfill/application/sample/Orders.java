package nightfill.application.sample;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the customers order in one night: orders of one to five lines, popular articles more often.
 *
 * @param size how many lines in all
 */
record Orders(LocalDate date, long size, long seed, Catalogue catalogue) {

    private static final long ORDERS = 1;

    /** One line of an order; {@code rank} is its article's place in the catalogue. */
    record Line(String country, long order, int number, int rank, int quantity) {}

    Stream<Line> lines() {
        return LongStream.rangeClosed(1, size)
                .boxed()
                .<Line>mapMulti(this::linesOfOrder)
                .limit(size);
    }

    /** Units ordered of each article, by rank. */
    long[] demand() {
        long[] demand = new long[catalogue.size()];
        lines().forEach(line -> demand[line.rank()] += line.quantity());
        return demand;
    }

    private void linesOfOrder(long order, Consumer<Line> lines) {
        SeededRandom dice = new SeededRandom(seed, date.toEpochDay(), ORDERS, order);
        String country = country(dice.roll(100));
        int count = lineCount(dice.roll(100));
        for (int number = 1; number <= count; number++) {
            lines.accept(new Line(country, order, number, catalogue.draw(dice), quantity(dice)));
        }
    }

    private static String country(int percent) {
        if (percent < 55) {
            return "DE";
        }
        if (percent < 70) {
            return "AT";
        }
        return percent < 80 ? "CH" : percent < 92 ? "NL" : "PL";
    }

    private static int lineCount(int percent) {
        if (percent < 45) {
            return 1;
        }
        if (percent < 70) {
            return 2;
        }
        return percent < 85 ? 3 : percent < 95 ? 4 : 5;
    }

    /** Mostly one to four; now and then a large family, rarely a hotel. */
    private static int quantity(SeededRandom dice) {
        int permille = dice.roll(1000);
        if (permille < 780) {
            return permille < 550 ? 1 : 2;
        }
        if (permille < 940) {
            return permille < 850 ? 3 : 4;
        }
        return permille < 995 ? 5 + dice.roll(8) : 20 + dice.roll(41);
    }
}
