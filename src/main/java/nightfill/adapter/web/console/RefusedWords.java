package nightfill.adapter.web.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.domain.access.AuditEntry.Request;

/** Says what somebody asked for; of what was refused at the door, which is on record as a mapping and a path, in words. */
final class RefusedWords {

    private static final Pattern ACT = Pattern.compile("/nights/(\\d{4}-\\d{2}-\\d{2})(?:/(\\d{1,9}))?/([a-z][a-z-]*)");
    private static final Pattern MAPPING = Pattern.compile("(GET|HEAD|POST) /.*");

    private RefusedWords() {}

    static String what(Request request) {
        Matcher mapping = MAPPING.matcher(request.act());
        return mapping.matches()
                ? (mapping.group(1).equals("POST") ? "" : "look at ") + where(request.subject())
                : (request.act() + " " + request.subject()).strip();
    }

    private static String where(String path) {
        Matcher act = ACT.matcher(path);
        if (!act.matches()) {
            return path;
        }
        String run = act.group(2) == null ? "" : " run " + act.group(2);
        return act.group(3).replace('-', ' ') + " of " + act.group(1) + run;
    }
}
