package nightfill.domain.allocation;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.domain.words.Bucket;

/** A cut of a night into parts, in the order of their buckets; each bucket is in one. The outcome does not depend on it. */
public record Parts(List<Part> all) {

    /** No cut at all. */
    public static final Parts ONE = of(1);

    /**
     * So many parts, of buckets as equal in number as can be.
     *
     * @param number 1 to {@link Bucket#COUNT}
     */
    public static Parts of(int number) {
        if (number < 1 || number > Bucket.COUNT) {
            throw new IllegalArgumentException("a night has 1 to %d parts, not %d".formatted(Bucket.COUNT, number));
        }
        return beginningAt(IntStream.range(0, number).map(part -> part * Bucket.COUNT / number));
    }

    /** The same, cut further where others begin and end, so that each lies wholly within one of these or outside it. */
    public Parts within(Collection<Part> others) {
        return beginningAt(Stream.concat(all.stream(), others.stream())
                .flatMapToInt(part -> IntStream.of(part.firstBucket(), part.lastBucket() + 1)));
    }

    private static Parts beginningAt(IntStream buckets) {
        int[] bounds = IntStream.concat(buckets, IntStream.of(Bucket.COUNT))
                .distinct()
                .sorted()
                .toArray();
        return new Parts(IntStream.range(1, bounds.length)
                .mapToObj(bound -> new Part(bounds[bound - 1], bounds[bound] - 1))
                .toList());
    }
}
