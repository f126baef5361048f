package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Finds U+001A behind the last line end, with which old systems mark the end of a text: once, several times, on lines. */
final class EndMark {

    static final int SUBSTITUTE = 0x1A;

    private final SeekableByteChannel channel;
    private long nextOther;

    EndMark(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** Whether nothing but marks and line ends is there from an offset on; leaves the channel where it was. */
    boolean isAt(long offset) throws IOException {
        if (offset >= nextOther) {
            long before = channel.position();
            nextOther = otherFrom(offset);
            channel.position(before);
        }
        return nextOther == Long.MAX_VALUE;
    }

    /** How long the file is without the marks at its very end. */
    static long lengthBefore(SeekableByteChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ByteWindow.STEP);
        long end = channel.size();
        while (end > 0) {
            long from = Math.max(0, end - bytes.capacity());
            read(channel.position(from), bytes.clear().limit((int) (end - from)));
            int last = bytes.limit() - 1;
            while (last >= 0 && bytes.get(last) == SUBSTITUTE) {
                last--;
            }
            if (last >= 0) {
                return from + last + 1;
            }
            end = from;
        }
        return 0;
    }

    private long otherFrom(long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ByteWindow.STEP);
        long at = offset;
        channel.position(at);
        while (read(channel, bytes.clear()) > 0) {
            for (int index = 0; index < bytes.limit(); index++) {
                if (!endsText(bytes.get(index))) {
                    return at + index;
                }
            }
            at += bytes.limit();
        }
        return Long.MAX_VALUE;
    }

    private static boolean endsText(byte character) {
        return character == SUBSTITUTE || character == '\r' || character == '\n';
    }

    private static int read(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {}
        return bytes.flip().limit();
    }
}
