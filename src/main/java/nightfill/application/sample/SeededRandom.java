package nightfill.application.sample;

/**
 * Throws that depend on the keys alone (SplitMix64 by Steele, Lea and Flood).
 *
 * <p>Written out here because the library's own generators promise no particular sequence from one release to the next.
 */
final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long... keys) {
        for (long key : keys) {
            state = mix(state + GOLDEN_GAMMA) ^ mix(key);
        }
    }

    /** A number from 0 up to and without the bound. */
    int roll(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from 0 up to and without the bound, which is far below 2^63, so that the remainder is fair enough. */
    long roll(long bound) {
        return (next() >>> 1) % bound;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
