package nightfill.adapter.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds files of bytes that no text can express. */
final class Bytes {

    private Bytes() {}

    /** Texts as UTF-8 and numbers as single bytes, one after the other. */
    static byte[] of(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer single) {
                bytes.write(single);
            } else {
                bytes.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
