package nightfill.adapter.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nightfill.application.problem.StopToken;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Sha256;

/** Reads files of any size through one buffer, for one thread, and hashes them; whoever names one has judged what it is. */
public final class ContentReader {

    private static final int BUFFER = 1 << 17;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final StopToken stop;

    public ContentReader(StopToken stop) {
        this.stop = stop;
    }

    /** The SHA-256 of a file. */
    public static String sha256(Path file) throws IOException {
        return new ContentReader(new StopToken()).hash(file).sha256();
    }

    public Content hash(Path file) throws IOException {
        return read(file, OutputStream.nullOutputStream());
    }

    /** Copies to a new file, on disk, what is hashed. */
    public Content copy(Path file, Path target) throws IOException {
        try (NewFile copy = new NewFile(target)) {
            Content content = read(file, copy);
            copy.force();
            return content;
        }
    }

    private Content read(Path file, OutputStream copy) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return copy(in, file, copy);
        }
    }

    /** Copies what is hashed of a file that is open. */
    public Content copy(FileChannel in, Path file, OutputStream copy) throws IOException {
        Sha256 sha256 = new Sha256();
        OutputStream hashed = sha256.over(copy);
        long bytes = 0;
        while (fill(in, file)) {
            hashed.write(buffer.array(), 0, buffer.limit());
            bytes += buffer.limit();
        }
        return new Content(sha256.hex(), bytes);
    }

    private boolean fill(FileChannel in, Path file) throws IOException {
        stop.heed();
        int count = read(in, file);
        buffer.flip();
        return count >= 0;
    }

    private int read(FileChannel in, Path file) throws IOException {
        try {
            return in.read(buffer.clear());
        } catch (IOException e) {
            throw NewFile.named(file, e);
        }
    }
}
