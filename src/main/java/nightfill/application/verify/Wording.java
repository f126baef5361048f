package nightfill.application.verify;

import nightfill.application.verify.FileTree.Kind;
import nightfill.domain.words.Visible;

/** Says on one line what is wrong with a path. */
final class Wording {

    private Wording() {}

    static String of(String path, String fault) {
        return Visible.shown(path) + ": " + fault;
    }

    /** The same, where the path is no plain file said with what it is instead. */
    static String of(String path, Kind kind, String fault) {
        return of(path, of(kind) + fault);
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case FILE -> "";
            case DIRECTORY -> "is a directory, ";
            case LINK -> "is a link, which is not followed; ";
            case OTHER -> "is neither a file nor a directory; ";
            case UNREADABLE -> "cannot be read; ";
        };
    }
}
