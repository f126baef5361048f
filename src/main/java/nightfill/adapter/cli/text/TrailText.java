package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.words.Visible;

/** Shows people the end of the audit trail, a line an entry. */
public record TrailText(PrintWriter out) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

    /** The newest entries, given newest first; the newest is printed last. */
    public void print(List<AuditEntry> newestFirst) {
        if (newestFirst.isEmpty()) {
            out.println("nobody has asked for anything yet");
        }
        // an outcome is newer than its request, so it is among these if the request is
        Set<Long> answered = newestFirst.stream()
                .map(entry -> entry.outcome().answers())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<AuditEntry> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        oldestFirst.forEach(entry -> print(entry, answered.contains(entry.id())));
    }

    private void print(AuditEntry entry, boolean answered) {
        String what = entry.isRequest() ? asked(entry.request(), answered) : cameOut(entry);
        out.println(Visible.shown("%d  %s  %s: %s"
                .formatted(
                        entry.id(),
                        TIME.format(entry.at().atZone(ZoneId.systemDefault())),
                        entry.request().actor().fullTitle(),
                        what)));
    }

    private static String asked(Request request, boolean answered) {
        String note = request.note().isEmpty() ? "" : ", because: " + request.note();
        return "%s%s%s"
                .formatted(what(request), note, answered ? "" : " (has not come out: at work, or its process died)");
    }

    private static String what(Request request) {
        return (request.act() + " " + request.subject()).strip();
    }

    private static String cameOut(AuditEntry entry) {
        Outcome outcome = entry.outcome();
        String of = outcome.answers() == null ? what(entry.request()) : String.valueOf(outcome.answers());
        return "%s came out %s%s"
                .formatted(of, outcome.word(), outcome.message().isEmpty() ? "" : ": " + outcome.message());
    }
}
