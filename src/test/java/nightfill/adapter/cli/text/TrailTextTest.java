package nightfill.adapter.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Link;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.api.Test;

class TrailTextTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00.9Z");
    private static final String TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx").format(AT.atZone(ZoneId.systemDefault()));
    private static final Actor ANNA = new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1");
    private static final Request REQUEST = new Request(ANNA, "run", "2026-11-20", "late\r\n\u001b[31m");

    @Test
    void the_newest_is_the_last_and_requests_and_outcomes_refer_to_each_other() {
        assertThat(printed(
                        entry(7, new Request(ANNA, "stop", "the night under way", ""), Outcome.OPEN),
                        entry(6, REQUEST, new Outcome(5L, "FAILED", "disk full; run it again")),
                        entry(5, REQUEST, Outcome.OPEN)))
                .isEqualTo("""
                        5  %1$s  anna, process 77 on shop-1: run 2026-11-20, because: late␍␊␛[31m
                        6  %1$s  anna, process 77 on shop-1: 5 came out FAILED: disk full; run it again
                        7  %1$s  anna, process 77 on shop-1: stop the night under way (has not come out: at work, or its process died)
                        """.formatted(TIME));
    }

    @Test
    void what_was_over_at_once_is_one_entry() {
        assertThat(printed(entry(1, new Request(ANNA, "log in", "", ""), new Outcome(null, "REFUSED", ""))))
                .isEqualTo("1  %s  anna, process 77 on shop-1: log in came out REFUSED\n".formatted(TIME));
    }

    @Test
    void an_empty_trail_is_said_to_be_empty() {
        assertThat(printed()).isEqualTo("nobody has asked for anything yet\n");
    }

    private static String printed(AuditEntry... newestFirst) {
        StringWriter text = new StringWriter();
        new TrailText(new PrintWriter(text, true)).print(List.of(newestFirst));
        return text.toString();
    }

    private static AuditEntry entry(long id, Request request, Outcome outcome) {
        return new AuditEntry(id, AT, request, outcome, new Link("", ""));
    }
}
