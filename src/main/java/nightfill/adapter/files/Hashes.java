package nightfill.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import nightfill.domain.proof.Sha256;

/** SHA-256 of files, in lower-case hexadecimal digits. */
public final class Hashes {

    private static final int BUFFER = 1 << 16;

    private Hashes() {}

    public static String of(Path file, OpenOption... options) throws IOException {
        Sha256 sha256 = new Sha256();
        try (InputStream bytes = Files.newInputStream(file, options);
                OutputStream hashed = sha256.over(OutputStream.nullOutputStream())) {
            byte[] buffer = new byte[BUFFER];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                hashed.write(buffer, 0, count);
            }
        }
        return sha256.hex();
    }
}
