package nightfill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The floor under every night: the feeds' bytes read once and their line ends counted, nothing understood. */
record PlainRead(long bytes, long lines, double seconds) {

    static PlainRead of(Path night) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        long lines = 0;
        try (DirectoryStream<Path> feeds = Files.newDirectoryStream(night, "*.csv")) {
            for (Path feed : feeds) {
                bytes += Files.size(feed);
                lines += lineEnds(feed);
            }
        }
        return new PlainRead(bytes, lines, (System.nanoTime() - start) / 1e9);
    }

    private static long lineEnds(Path feed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        try (InputStream in = Files.newInputStream(feed)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lines += lineEnds(buffer, read);
            }
        }
        return lines;
    }

    private static int lineEnds(byte[] buffer, int read) {
        int lines = 0;
        for (int at = 0; at < read; at++) {
            lines += buffer[at] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
