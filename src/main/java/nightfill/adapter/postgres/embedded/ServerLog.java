package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The server's log, from where it ended when we looked. */
record ServerLog(Path file, long offset) {

    private static final long LARGE = 10L << 20;
    private static final int ENOUGH = 1 << 16;

    /** The log as it ends now; a large one is put aside, and the one put aside before it is gone. */
    static ServerLog from(Path file) throws IOException {
        if (length(file) > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(file, length(file));
    }

    /** What was logged since, or another text where there is nothing. */
    String news(String otherwise) throws IOException {
        if (length(file) <= offset) {
            return otherwise;
        }
        try (InputStream log = Files.newInputStream(file)) {
            log.skipNBytes(offset);
            return new String(log.readNBytes(ENOUGH), StandardCharsets.UTF_8);
        }
    }

    private static long length(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
