package nightfill.adapter.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.Tree.Content;
import nightfill.domain.proof.Sha256;

/** Reads files of any size through one buffer, for one thread, and hashes them; neither follows links nor opens pipes. */
public final class ContentReader {

    private static final int BUFFER = 1 << 17;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final Sha256 sha256 = new Sha256();
    private final OutputStream hashed = sha256.over(OutputStream.nullOutputStream());
    private final StopToken stop;

    public ContentReader(StopToken stop) {
        this.stop = stop;
    }

    public Content hash(Path file) throws IOException {
        try (FileChannel in = open(file)) {
            long bytes = 0;
            while (fill(in, file)) {
                bytes += buffer.remaining();
            }
            return new Content(sha256.hex(), bytes);
        }
    }

    /** Copies to a new file, on disk, what is hashed. */
    Content copy(Path file, Path target) throws IOException {
        try (FileChannel in = open(file);
                FileChannel out = create(target)) {
            long bytes = 0;
            while (fill(in, file)) {
                bytes += buffer.remaining();
                drain(out, target);
            }
            out.force(true);
            return new Content(sha256.hex(), bytes);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "it is no file any more");
        }
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    private boolean fill(FileChannel in, Path file) throws IOException {
        stop.heed();
        buffer.clear();
        int count = read(in, file);
        buffer.flip();
        hashed.write(buffer.array(), 0, buffer.limit());
        return count >= 0;
    }

    /** The channels' own exceptions name no file. */
    private int read(FileChannel in, Path file) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    private void drain(FileChannel out, Path file) throws IOException {
        try {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    private static IOException named(Path file, IOException e) {
        FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }
}
