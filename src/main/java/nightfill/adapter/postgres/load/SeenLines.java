package nightfill.adapter.postgres.load;

import nightfill.domain.allocation.OrderLine;

/**
 * Tells lines that certainly have not come before from those that may have: Bloom filters whose bits for a line lie in one
 * block, https://doi.org/10.1007/978-3-540-72845-0_9, so that a look costs one miss of the cache.
 */
final class SeenLines {

    private static final int BITS = 6;
    private static final int BLOCK = 8;
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 22;

    private final Filter lines;
    private final Filter numbers;

    /**
     * One for a feed of that many bytes, of which a row usually has sixteen or more, with 12 bits a row; 64 MB at most.
     *
     * @param bytes of the feed
     */
    SeenLines(long bytes) {
        long wanted = bytes / 16 * 12 / Long.SIZE;
        int size = Integer.highestOneBit((int) Math.min(LARGEST, Math.max(SMALLEST, wanted * 2 - 1)));
        lines = new Filter(size);
        numbers = new Filter(size);
    }

    /** Notes a line; whether an equal one may have been noted before. */
    boolean meets(OrderLine line) {
        return lines.add(mixed(mixed(number(line) ^ line.sku().hashCode()) ^ line.quantity()));
    }

    /** Notes that the line number of an order has come; whether it may have before. A line without one has no number. */
    boolean meetsNumber(OrderLine line) {
        return !line.lineNumber().isEmpty() && numbers.add(number(line));
    }

    private static long number(OrderLine line) {
        return mixed(mixed(line.orderId().hashCode()) ^ line.lineNumber().hashCode());
    }

    /** As in https://xoshiro.di.unimi.it/splitmix64.c. */
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static final class Filter {

        private final long[] words;
        private final int blocks;

        Filter(int size) {
            words = new long[size];
            blocks = size / BLOCK;
        }

        boolean add(long hash) {
            int block = (int) (hash >>> 40) % blocks * BLOCK;
            boolean seen = true;
            long rest = hash;
            for (int bit = 0; bit < BITS; bit++) {
                int place = (int) (rest >>> (bit * 6)) & (BLOCK * Long.SIZE - 1);
                rest = Long.rotateLeft(rest, 9);
                int word = block + place / Long.SIZE;
                long mask = 1L << place;
                seen &= (words[word] & mask) != 0;
                words[word] |= mask;
            }
            return seen;
        }
    }
}
