package nightfill.adapter.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text, and never guesses. */
final class StrictUtf8 {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private CharBuffer characters = CharBuffer.allocate(1024);

    /**
     * The text of all remaining bytes.
     *
     * @throws CharacterCodingException with the buffer's position at the first byte that is not UTF-8
     */
    String decode(ByteBuffer bytes) throws CharacterCodingException {
        if (characters.capacity() < bytes.remaining()) {
            characters = CharBuffer.allocate(2 * bytes.remaining());
        }
        CoderResult result = decoder.reset().decode(bytes, characters.clear(), true);
        if (result.isError()) {
            result.throwException();
        }
        return characters.flip().toString();
    }
}
