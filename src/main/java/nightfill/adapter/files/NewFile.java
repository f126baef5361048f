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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that was not there before; its failures name it, where the platform says only that some disk is full. */
public final class NewFile extends OutputStream {

    private static final FileAttribute<Set<PosixFilePermission>> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final FileChannel channel;

    /** Begins one whose modes follow the umask. */
    public NewFile(Path file) throws IOException {
        this(file, new FileAttribute<?>[0]);
    }

    private NewFile(Path file, FileAttribute<?>... attributes) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes);
    }

    /** Begins one that nobody else can read, at any moment. */
    public static NewFile closed(Path file) throws IOException {
        return new NewFile(file, CLOSED);
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
