package nightfill.adapter.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nightfill.application.problem.StopToken;
import nightfill.domain.proof.Content;
import nightfill.domain.proof.Sha256;
import org.apache.commons.io.function.IOFunction;

/** Reads files of any size through one buffer, for one thread, and hashes them; whoever names one has judged what it is. */
public final class ContentReader {

    private static final int BUFFER = 1 << 17;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final byte[] bytes = new byte[BUFFER];
    private final StopToken stop;

    public ContentReader(StopToken stop) {
        this.stop = stop;
    }

    /** The SHA-256 of a file. */
    public static String sha256(Path file) throws IOException {
        return new ContentReader(new StopToken())
                .read(file, OutputStream.nullOutputStream())
                .sha256();
    }

    Content hash(Descriptor file) throws IOException {
        return copy(file::read, OutputStream.nullOutputStream());
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
        return copy(to -> read(in, to, file), copy);
    }

    private static int read(FileChannel in, ByteBuffer to, Path file) throws IOException {
        try {
            return in.read(to);
        } catch (IOException e) {
            throw NewFile.named(file, e);
        }
    }

    /** @param in what reads on into the buffer, and returns how many bytes; -1 at the end */
    private Content copy(IOFunction<ByteBuffer, Integer> in, OutputStream copy) throws IOException {
        Sha256 sha256 = new Sha256();
        OutputStream hashed = sha256.over(copy);
        long length = 0;
        for (int count = next(in); count >= 0; count = next(in)) {
            buffer.flip().get(bytes, 0, count);
            hashed.write(bytes, 0, count);
            length += count;
        }
        return new Content(sha256.hex(), length);
    }

    private int next(IOFunction<ByteBuffer, Integer> in) throws IOException {
        stop.heed();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("it was interrupted");
        }
        return in.apply(buffer.clear());
    }
}
