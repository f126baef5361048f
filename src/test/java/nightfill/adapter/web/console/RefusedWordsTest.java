package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "POST /nights/{date}/{number}/restart, /nights/2026-11-20/1/restart, restart of 2026-11-20 run 1",
        "GET /nights/{date}/{number}/take-over, /nights/2026-11-20/2/take-over, look at take over of 2026-11-20 run 2",
        "POST /nights/{date}/run, /nights/2026-11-20/run, run of 2026-11-20",
        "GET /accounts, /accounts, look at /accounts",
        "POST /accounts/{name}/{act}, /accounts/bob/disable, /accounts/bob/disable",
        "abandon, 2026-11-20 run 1, abandon 2026-11-20 run 1",
    })
    void what_was_refused_at_the_door_is_said_in_words(String act, String subject, String words) {
        Request request = new Request(new Actor(Actor.Kind.CONSOLE, "anna", "127.0.0.1"), act, subject, "");
        assertThat(RefusedWords.what(request)).isEqualTo(words);
    }
}
