package nightfill.adapter.postgres.embedded;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one line that says why a PostgreSQL program failed. */
final class ServerError {

    private static final Pattern FATAL = Pattern.compile("(?m)^.*?(?:FATAL|PANIC|fatal|error): +(.+)$");

    private ServerError() {}

    static String in(String output) {
        Matcher fatal = FATAL.matcher(output);
        if (fatal.find()) {
            return fatal.group(1);
        }
        List<String> lines = output.lines().toList();
        if (lines.isEmpty()) {
            return "it said nothing";
        }
        String last = lines.get(lines.size() - 1);
        return last.contains(" LOG:  ") ? "it ended without a reason" : last;
    }
}
