package nightfill.adapter.filesystem;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A new text file, hashed while it is written; lines end with LF. */
final class HashedFile implements AutoCloseable {

    private final Path file;
    private final MessageDigest digest = sha256();
    private final Writer writer;
    private long rows;

    HashedFile(Path file) throws IOException {
        this.file = file;
        var bytes = new DigestOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), digest);
        this.writer = new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(bytes, 1 << 16), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes the whole file and tells the row of {@code control.csv} that vouches for it. */
    String write(String header, Stream<String> lines) throws IOException {
        try (lines) {
            writer.write(header + "\n");
            lines.forEachOrdered(this::append);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.close();
        return file.getFileName() + "," + rows + "," + HexFormat.of().formatHex(digest.digest());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
