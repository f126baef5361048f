package nightfill.domain.allocation;

import nightfill.domain.words.Bucket;

/**
 * A part of a night: all SKUs of some buckets, their lines and their batches, which share nothing with those of any other.
 *
 * @param lastBucket included
 */
public record Part(int firstBucket, int lastBucket) {

    /** A night that is not cut. */
    public static final Part WHOLE = new Part(0, Bucket.COUNT - 1);

    public Part {
        if (firstBucket < 0 || firstBucket > lastBucket || lastBucket >= Bucket.COUNT) {
            throw new IllegalArgumentException("there are no buckets %d to %d".formatted(firstBucket, lastBucket));
        }
    }

    public boolean isWhole() {
        return equals(WHOLE);
    }
}
