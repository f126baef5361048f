package nightfill.adapter.files.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Names in a word what is neither a file nor a directory. */
final class FileKind {

    private static final int TYPE = 0170000;

    private FileKind() {}

    static String of(Path path, BasicFileAttributes attributes) throws IOException {
        return attributes.isSymbolicLink()
                ? "link"
                : ofMode((Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS));
    }

    private static String ofMode(int mode) {
        return switch (mode & TYPE) {
            case 0010000 -> "pipe";
            case 0140000 -> "socket";
            default -> "device";
        };
    }
}
