package nightfill.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/** The sender's word on the other feeds, always true. */
final class ControlSheet {

    static final String FILE = "control.csv";

    private ControlSheet() {}

    static String of(Map<String, String> texts, Random random) {
        StringBuilder control = new StringBuilder("file,rows,sha256\n");
        Sheet.FILES.stream().filter(texts::containsKey).forEach(file -> {
            String text = texts.getOrDefault(file, "");
            String hash = random.nextBoolean() ? sha256(text) : "";
            control.append(file + "," + new Sheet(file, text).rows.size() + "," + hash + "\n");
        });
        return control.toString();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
