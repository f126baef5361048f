package nightfill.adapter.web.console.look;

import nightfill.application.watch.Rejects.Reject;
import nightfill.view.Meanings;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A row that was rejected.
 *
 * @param rest how many more characters it has than are shown; null where all are
 */
record RejectSheet(
        String feed,
        String line,
        String reason,
        String why,
        String raw,
        @Nullable String rest) {

    private static final int SHOWN = 1000;

    static RejectSheet of(Reject reject) {
        String raw = reject.raw();
        int end = raw.length() <= SHOWN ? raw.length() : raw.offsetByCodePoints(0, raw.codePointCount(0, SHOWN));
        return new RejectSheet(
                reject.key().feed().fileName(),
                Numbers.grouped(reject.line()),
                reject.reason(),
                why(reject),
                raw.substring(0, end),
                end == raw.length() ? null : Numbers.grouped(raw.length() - end));
    }

    private static String why(Reject reject) {
        return reject.detail().isEmpty() ? Meanings.of(reject.reason()) : reject.detail();
    }
}
