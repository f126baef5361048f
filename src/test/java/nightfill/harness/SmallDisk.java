package nightfill.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own, of a size that can be changed; where nobody may mount one, the test is aborted and says so. */
public final class SmallDisk implements AutoCloseable {

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    public static SmallDisk of(int kib, Path place) throws IOException, InterruptedException {
        Files.createDirectories(place);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + kib + "k", "nightfill", place.toString()),
                "needs root, and a container that may mount a tmpfs: try docker run --privileged");
        return new SmallDisk(place);
    }

    public Path place() {
        return place;
    }

    /** Leaves that much room, and no more; but at least a page, since a size of nothing would mean no limit. */
    public void leave(int kib) throws IOException, InterruptedException {
        resize(Math.max(4, (used() + 1023) / 1024 + kib));
    }

    public void resize(long kib) throws IOException, InterruptedException {
        remount("size=" + kib + "k");
    }

    public void readOnly() throws IOException, InterruptedException {
        remount("ro");
    }

    public void writable() throws IOException, InterruptedException {
        remount("rw");
    }

    private long used() throws IOException {
        FileStore store = Files.getFileStore(place);
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    private void remount(String option) throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount," + option, place.toString())) {
            throw new IOException("no remount of " + place + " with " + option);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            // what a server still holds goes with the server
            run("umount", "--lazy", place.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
