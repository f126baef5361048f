package nightfill.adapter.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Sha256;

/** A new text file in UTF-8, hashed while it is written. */
public final class HashedFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final NewFile file;
    private final Sha256 sha256 = new Sha256();
    private final Writer writer;

    public HashedFile(Path path) throws IOException {
        file = new NewFile(path);
        // an encoder of its own reports what it cannot encode; a named charset would write a question mark
        writer = new BufferedWriter(
                new OutputStreamWriter(sha256.over(file), StandardCharsets.UTF_8.newEncoder()), BUFFER);
    }

    public Writer writer() {
        return writer;
    }

    /** Completes the file, on disk. */
    public Content finish() throws IOException {
        writer.flush();
        long bytes = file.force();
        return new Content(sha256.hex(), bytes);
    }

    /** Releases the file; without {@link #finish} it is not whole. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
