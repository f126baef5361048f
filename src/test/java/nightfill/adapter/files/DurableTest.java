package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DurableTest {

    private static final byte[] TEXT = "ours".getBytes(StandardCharsets.US_ASCII);

    /** Gives the name of what is being written to a file of its own, as soon as it sees it. */
    private static final String FORGER = """
            import os, sys
            place = sys.argv[1]
            print("ready", flush=True)
            while True:
                for name in os.listdir(place):
                    if name.startswith(".mark."):
                        try:
                            os.rename(os.path.join(place, name), os.path.join(place, "taken"))
                            with open(os.path.join(place, name), "w") as forged:
                                forged.write("forged")
                        except OSError:
                            pass
            """;

    @TempDir
    private Path root;

    @Test
    void what_others_put_in_place_of_a_file_is_never_told_as_written() throws IOException {
        Path mark = Neighbour.opened(root).resolve("mark");
        int written = 0;
        try (Neighbour forger = Neighbour.doing(FORGER, root)) {
            for (int round = 1; round <= 200; round++) {
                if (isWritten(mark)) {
                    written++;
                    assertThat(mark).as("round %d", round).hasBinaryContent(TEXT);
                }
            }
            assertThat(forger).isNotNull();
        }
        assertThat(written).isLessThan(200);
    }

    private static boolean isWritten(Path mark) throws IOException {
        Files.deleteIfExists(mark);
        try {
            Durable.replace(mark, out -> out.write(TEXT));
            return true;
        } catch (FileSystemException lost) {
            return false;
        }
    }
}
