package nightfill.adapter.files.sync;

import java.io.IOException;
import nightfill.adapter.files.Entry;

/** Names in a word what is neither a file nor a directory. */
final class FileKind {

    private static final int TYPE = 0170000;

    private FileKind() {}

    static String of(Entry entry) throws IOException {
        return switch (entry.directory().mode(entry.name()) & TYPE) {
            case 0120000 -> "link";
            case 0010000 -> "pipe";
            case 0140000 -> "socket";
            default -> "device";
        };
    }
}
