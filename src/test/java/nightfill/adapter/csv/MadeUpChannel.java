package nightfill.adapter.csv;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.function.LongToIntFunction;

/** A file of any size whose bytes are worked out when they are read, at most so many at a time. */
final class MadeUpChannel implements SeekableByteChannel {

    private final long size;
    private final LongToIntFunction bytes;
    private final LongToIntFunction portion;
    private long position;

    MadeUpChannel(long size, LongToIntFunction bytes, LongToIntFunction portion) {
        this.size = size;
        this.bytes = bytes;
        this.portion = portion;
    }

    static MadeUpChannel of(byte[] content, LongToIntFunction portion) {
        return new MadeUpChannel(content.length, offset -> content[(int) offset], portion);
    }

    /** Some bytes, then one repeated to the end. */
    static MadeUpChannel endless(long size, byte[] start, char repeated) {
        return new MadeUpChannel(
                size, offset -> offset < start.length ? start[(int) offset] : repeated, offset -> Integer.MAX_VALUE);
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= size) {
            return -1;
        }
        int count = (int) Math.min(size - position, Math.min(target.remaining(), portion.applyAsInt(position)));
        for (int i = 0; i < count; i++) {
            target.put((byte) bytes.applyAsInt(position++));
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
