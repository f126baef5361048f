package nightfill.harness;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** How many of something are tested: a few in each build, many in a soak, or as many as {@code -Dnightfill.test.NAME} says. */
public enum Scale {
    /** Nights killed at random moments, at least. */
    NIGHTS(3, 100),
    /** Kills of these nights, at least. */
    KILLS(3, 300),
    /** Stops that find a night under way. */
    STOPS(2, 200),
    /** Damaged feeds, by hundreds. */
    FUZZ(100, 20_000),
    /** Processes paused at random moments and taken over. */
    ZOMBIES(0, 20),
    /** Kills of processes of the database, at least. */
    DEATHS(1, 200),
    /** Processes that ask for the run lock at the same moment. */
    PROCESSES(3, 20),
    /** Seconds that a neighbour interferes. */
    NEIGHBOUR(15, 3_600),
    /** Series of random nights. */
    SEEDS(1, 40);

    /** Whether this is a soak. */
    public static final boolean SOAK = Boolean.getBoolean("nightfill.test.soak");

    private final int few;
    private final int many;

    Scale(int few, int many) {
        this.few = few;
        this.many = many;
    }

    int few() {
        return few;
    }

    int many() {
        return many;
    }

    public int count() {
        return Integer.getInteger("nightfill.test." + name().toLowerCase(Locale.ROOT), SOAK ? many : few);
    }

    /** As many seeds as that, from the first one on. */
    public LongStream seeds(long first) {
        return LongStream.range(first, first + count());
    }

    /** All of them in a soak, and otherwise every so manieth, beginning with the first. */
    public static <T> List<T> allOrEvery(int step, List<T> all) {
        return SOAK
                ? all
                : LongStream.iterate(0, index -> index < all.size(), index -> index + step)
                        .mapToObj(index -> all.get((int) index))
                        .toList();
    }
}
