package nightfill.adapter.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new file whose troubles name it: the platform tells only that some disk is full. */
public final class NamedOutput extends FilterOutputStream {

    private final Path file;

    public NamedOutput(Path file) throws IOException {
        super(Files.newOutputStream(file));
        this.file = file;
    }

    @Override
    public void write(int data) throws IOException {
        write(new byte[] {(byte) data}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        try {
            out.write(data, offset, length);
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
