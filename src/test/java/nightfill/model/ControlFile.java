package nightfill.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/** The sender's word on the other feeds, always true. */
final class ControlFile {

    static final String FILE = "control.csv";

    private ControlFile() {}

    static String of(Map<String, String> texts, Random random) {
        StringBuilder control = new StringBuilder("file,rows,sha256\n");
        FeedRows.FILES.stream().filter(texts::containsKey).forEach(file -> {
            String text = texts.getOrDefault(file, "");
            String hash = random.nextBoolean() ? sha256(text.getBytes(StandardCharsets.UTF_8)) : "";
            control.append(file + "," + new FeedRows(file, text).rows.size() + "," + hash + "\n");
        });
        return control.toString();
    }

    /** The same of any bytes, with as many rows as a reader of UTF-8 would find. */
    static String ofBytes(Map<String, byte[]> files) {
        StringBuilder control = new StringBuilder("file,rows,sha256\n");
        FeedRows.FILES.stream().filter(files::containsKey).forEach(file -> {
            byte[] bytes = files.getOrDefault(file, new byte[0]);
            FeedRows feed = new FeedRows(file, new String(bytes, StandardCharsets.UTF_8));
            control.append(file + "," + feed.rows.size() + "," + sha256(bytes) + "\n");
        });
        return control.toString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
