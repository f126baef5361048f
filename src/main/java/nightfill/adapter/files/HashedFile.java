package nightfill.adapter.files;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import nightfill.domain.proof.Sha256;

/** A new text file, hashed while it is written; lines end with LF. */
public final class HashedFile implements AutoCloseable {

    private final Path file;
    private final Sha256 sha256 = new Sha256();
    private final Writer writer;
    private long rows;

    public HashedFile(Path file) throws IOException {
        this.file = file;
        OutputStream bytes = sha256.over(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
        this.writer = new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(bytes, 1 << 16), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes the whole file and tells the row of {@code control.csv} that vouches for it. */
    public String write(String header, Stream<String> lines) throws IOException {
        try (lines) {
            writer.write(header + "\n");
            lines.forEachOrdered(this::append);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.close();
        return file.getFileName() + "," + rows + "," + sha256.hex();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void append(String line) {
        try {
            writer.write(line);
            writer.write('\n');
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
