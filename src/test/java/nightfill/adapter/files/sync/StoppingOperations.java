package nightfill.adapter.files.sync;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
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
    public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
        step();
        return super.copy(reader, source, target);
    }

    @Override
    public void rename(Entry from, Entry to) throws IOException {
        step();
        super.rename(from, to);
    }

    @Override
    public void delete(Entry entry) throws IOException {
        step();
        super.delete(entry);
    }

    @Override
    public void createDirectory(Entry directory) throws IOException {
        step();
        super.createDirectory(directory);
    }

    @Override
    public void sync(OpenDirectory directory) throws IOException {
        step();
        super.sync(directory);
    }

    private void step() throws IOException {
        if (count.getAndIncrement() >= stopAfter) {
            throw new IOException("killed");
        }
    }
}
