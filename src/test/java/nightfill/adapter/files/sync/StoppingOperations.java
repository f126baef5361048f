package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import nightfill.adapter.files.ContentReader;
import nightfill.domain.proof.Content;

/** Does a number of operations, and from then on none: as if the process had been killed. */
final class StoppingOperations extends FileOperations {

    private final int stopAfter;
    private final AtomicInteger count = new AtomicInteger();

    StoppingOperations(int stopAfter) {
        this.stopAfter = stopAfter;
    }

    /** How many operations there were, or would have been. */
    int count() {
        return count.get();
    }

    @Override
    public Content copy(ContentReader reader, Path source, Path target) throws IOException {
        step();
        return super.copy(reader, source, target);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        super.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        super.delete(path);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        step();
        super.createDirectory(directory);
    }

    @Override
    public void sync(Path directory) throws IOException {
        step();
        super.sync(directory);
    }

    private void step() throws IOException {
        if (count.getAndIncrement() >= stopAfter) {
            throw new IOException("killed");
        }
    }
}
