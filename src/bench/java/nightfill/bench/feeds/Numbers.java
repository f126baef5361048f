package nightfill.bench.feeds;

import java.util.stream.LongStream;

/** Numbers that follow each other. */
public record Numbers(long first, long count) {

    public static Numbers upTo(long count) {
        return new Numbers(0, count);
    }

    /** That many numbers, behind these. */
    Numbers next(long more) {
        return new Numbers(first + count, more);
    }

    LongStream stream() {
        return LongStream.range(first, first + count);
    }
}
