package nightfill.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files of mixed sizes, few of them large, a hundred in a directory; the same numbers make the same tree. */
public final class MixedTree {

    private static final int IN_A_DIRECTORY = 100;
    private static final int BLOCK = 1 << 16;

    private final Random random = new Random(1);
    private final byte[] block = new byte[BLOCK];

    private MixedTree() {}

    public static void write(Path root, int files, long bytes) throws IOException {
        new MixedTree().writeAll(root, weights(files), bytes);
    }

    /** From some hundredths of the mean to some dozens of it. */
    private static double[] weights(int files) {
        Random random = new Random(2);
        double[] weights = random.doubles(files).map(d -> Math.exp(5 * d)).toArray();
        double sum = java.util.Arrays.stream(weights).sum();
        return java.util.Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private void writeAll(Path root, double[] weights, long bytes) throws IOException {
        for (int i = 0; i < weights.length; i++) {
            Path directory = root.resolve("d" + i / IN_A_DIRECTORY);
            Files.createDirectories(directory);
            write(directory.resolve("f" + i), (long) (weights[i] * bytes));
        }
    }

    private void write(Path file, long bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= BLOCK) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, BLOCK));
            }
        }
    }
}
