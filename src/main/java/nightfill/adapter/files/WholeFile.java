package nightfill.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.domain.proof.Sha256;

/** Reads a manifest or a summary into memory; others can put a file of any size in its place. */
public final class WholeFile {

    /** More than any manifest or summary needs. */
    private static final int MOST = 1 << 26;

    private WholeFile() {}

    /**
     * All of its bytes.
     *
     * @throws FileSystemException when they are more than 64 MiB
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new FileSystemException(file.toString(), null, "larger than 64 MiB");
            }
            return bytes;
        }
    }

    /**
     * The same as text.
     *
     * @throws CharacterCodingException when it is not UTF-8
     */
    public static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file)))
                .toString();
    }

    public static String sha256(Path file) throws IOException {
        return Sha256.of(bytes(file));
    }
}
