package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.application.access.AuditTrail;
import nightfill.domain.access.AuditEntry;
import nightfill.view.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who asked for what, and what came of it, newest first. */
@Controller
public record AuditPage(Pages pages, AuditTrail trail, ZoneId zone) {

    private static final int SIZE = 50;
    private static final String ID = "[1-9][0-9]{0,17}";

    /**
     * A page of them.
     *
     * @param head the hash of the newest entry, which proves all before it
     * @param next the address of the page of older entries; null on the last
     */
    record View(
            List<Entry> entries,
            boolean none,
            String zone,
            String head,
            @Nullable String next) {}

    /**
     * What somebody asked for, or what came of it.
     *
     * @param answer null of a request
     */
    record Entry(
            long id,
            When when,
            String who,
            String what,
            String note,
            @Nullable Answer answer) {

        static Entry of(AuditEntry entry, ZoneId zone) {
            AuditEntry.Request request = entry.request();
            return new Entry(
                    entry.id(),
                    new When(Moments.exactly(entry.at(), zone), Moments.inUtc(entry.at())),
                    request.actor().fullTitle(),
                    RefusedWords.what(request),
                    request.note(),
                    entry.isRequest() ? null : Answer.of(entry));
        }
    }

    record When(String here, String inUtc) {}

    /**
     * What came of a request.
     *
     * @param to the request; null where that is the same entry
     */
    record Answer(@Nullable Link to, String word, String message, boolean said) {

        static Answer of(AuditEntry entry) {
            Long asked = entry.outcome().answers();
            return new Answer(
                    asked == null ? null : new Link(asked, path(asked)),
                    entry.outcome().word(),
                    entry.outcome().message(),
                    !entry.outcome().message().isEmpty());
        }
    }

    /** An entry that another one is about. */
    record Link(long id, String path) {}

    /** Of an entry, on the page that begins with it. */
    static String path(long entry) {
        return "/audit?before=%d#entry-%d".formatted(entry + 1, entry);
    }

    @GetMapping("/audit")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @RequestParam(name = "before", defaultValue = "") String before) {
        long key = before.matches(ID) ? Long.parseLong(before) : Long.MAX_VALUE;
        List<AuditEntry> entries = trail.before(key, SIZE + 1);
        List<AuditEntry> shown = entries.subList(0, Math.min(SIZE, entries.size()));
        View view = new View(
                shown.stream().map(entry -> Entry.of(entry, zone)).toList(),
                shown.isEmpty(),
                zone.getId(),
                shown.isEmpty() ? "" : shown.get(0).link().hash(),
                entries.size() > SIZE ? "/audit?before=" + shown.get(SIZE - 1).id() : null);
        return pages.show("audit", Frame.of(request, "Audit"), view);
    }
}
