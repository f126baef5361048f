package nightfill.adapter.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that was not there before; its failures name it, where the platform says only that some disk is full. */
public final class NewFile extends OutputStream {

    private final Path file;
    private final FileChannel channel;

    public NewFile(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public void write(int data) throws IOException {
        write(new byte[] {(byte) data}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(data, offset, length);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    /** Forces what was written to disk, and returns how many bytes that is. */
    public long force() throws IOException {
        channel.force(true);
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A channel's trouble, which names no file; an interrupt is none of the file's. */
    static IOException named(Path file, IOException trouble) {
        IOException named = trouble instanceof ClosedByInterruptException
                ? new InterruptedIOException("it was interrupted")
                : new FileSystemException(file.toString(), null, trouble.getMessage());
        named.initCause(trouble);
        return named;
    }
}
