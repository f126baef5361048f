package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** Tells texts of two or four bytes a character by how they begin: with a byte order mark, or with a NUL in most of them. */
final class WideText {

    /** No header has fewer, and rows may have any NULs. */
    private static final int LOOKED_AT = 32;

    private final byte[] start;

    private WideText(byte[] start) {
        this.start = start;
    }

    /** UTF-16 or UTF-32 where the file is that. */
    static Optional<String> encoding(SeekableByteChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LOOKED_AT);
        channel.position(0);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {}
        byte[] start = new byte[bytes.flip().remaining()];
        bytes.get(start);
        return new WideText(start).encoding();
    }

    private Optional<String> encoding() {
        if (beginsWith(0xFF, 0xFE, 0, 0) || beginsWith(0, 0, 0xFE, 0xFF) || isUtf32()) {
            return Optional.of("UTF-32");
        }
        boolean isUtf16 = beginsWith(0xFF, 0xFE) || beginsWith(0xFE, 0xFF) || isMostly(2, 0) || isMostly(2, 1);
        return isUtf16 ? Optional.of("UTF-16") : Optional.empty();
    }

    private boolean beginsWith(int... bytes) {
        for (int place = 0; place < bytes.length; place++) {
            if (place == start.length || (start[place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }

    private boolean isUtf32() {
        int count = characters(4);
        boolean isLittleEndian = isMostly(4, 1) && nuls(4, 2) == count && nuls(4, 3) == count && nuls(4, 0) == 0;
        boolean isBigEndian = isMostly(4, 2) && nuls(4, 0) == count && nuls(4, 1) == count && nuls(4, 3) == 0;
        return isLittleEndian || isBigEndian;
    }

    /** Whether most characters have a NUL at that place, and of two bytes none at the other. */
    private boolean isMostly(int bytes, int place) {
        return characters(bytes) > 1
                && 2 * nuls(bytes, place) >= characters(bytes)
                && (bytes == 4 || nuls(bytes, 1 - place) == 0);
    }

    private int characters(int bytes) {
        return start.length / bytes;
    }

    private int nuls(int bytes, int place) {
        int count = 0;
        for (int character = 0; character < characters(bytes); character++) {
            count += start[bytes * character + place] == 0 ? 1 : 0;
        }
        return count;
    }
}
