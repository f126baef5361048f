package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.lock.OtherProcesses;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.domain.access.Role;
import nightfill.domain.watch.NightStatus;
import nightfill.harness.Browser;
import nightfill.harness.MadeUpNights;
import nightfill.harness.Soak;
import nightfill.view.StatusWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of nights as somebody sees it who sees no colours, with a night in each state that there is. */
class GreyscaleIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T03:12:07Z"), ZoneOffset.UTC);
    private static final double LEAST_CONTRAST = 4.5;

    /** Of the 32 by 32 that a shape is drawn in. */
    private static final int LEAST_DIFFERENCE = 100;

    /** Word, contrast to the page, and pixels of the shape of each state that is shown. */
    private static final String MARKS = """
            const light = text => {
                const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map(of => of / 255)
                    .map(of => of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const behind = element => {
                const colour = getComputedStyle(element).backgroundColor;
                return /, 0\\)$/.test(colour) && element.parentElement ? behind(element.parentElement) : colour;
            };
            const pixels = path => {
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = 32;
                const drawn = canvas.getContext('2d');
                drawn.scale(2, 2);
                drawn.fill(new Path2D(path), 'evenodd');
                return [...drawn.getImageData(0, 0, 32, 32).data].filter((byte, at) => at % 4 === 3)
                    .map(alpha => alpha > 127 ? '#' : '.').join('');
            };
            return [...document.querySelectorAll('td.state .mark')].map(mark => {
                const [low, high] = [light(getComputedStyle(mark).color), light(behind(mark))].sort((a, b) => a - b);
                return [mark.textContent.trim(), (high + 0.05) / (low + 0.05), pixels(mark.querySelector('path').getAttribute('d'))];
            });
            """;

    @TempDir
    Path root = Path.of("");

    private int looks;
    private final Map<String, String> shapes = new TreeMap<>();

    @Soak
    @Test
    void each_state_has_a_word_and_a_shape_that_tell_it_from_all_others() throws Exception {
        try (MigratedDatabase database = new MigratedDatabase();
                OtherProcesses others = new OtherProcesses(database.connection());
                ServedConsole console = ServedConsole.over(database.connection(), root, CLOCK);
                Browser browser = Browser.open()) {
            MadeUpNights.write(database::update);
            endedOtherwise(database);
            console.logIn(console.person("anna", Role.OPERATOR), browser);
            browser.width(1280)
                    .driver()
                    .executeCdpCommand("Emulation.setEmulatedVisionDeficiency", Map.of("type", "achromatopsia"));
            others.own("nightfill 77 1 00000000@shop-1", 0);
            for (String underWay : List.of("STARTED", "STOPPING", "silent")) {
                underWay(database, underWay);
                // a filter of its own, for what was asked lately is not asked again
                browser.driver().get(console.address() + "?from=2026-10-01&reason=" + "+".repeat(looks++));
                for (String scheme : List.of("light", "dark")) {
                    browser.scheme(scheme);
                    look(browser);
                    browser.whole(Path.of("target", "pictures", "grey-%s-%s.png".formatted(underWay, scheme)));
                }
            }
            assertThat(shapes.keySet())
                    .containsExactlyInAnyOrderElementsOf(Stream.of(NightStatus.values())
                            .map(status -> StatusWords.mark(status).word())
                            .toList());
            differ();
        }
    }

    private void look(Browser browser) {
        for (Object found : (List<?>) browser.evaluate(MARKS)) {
            List<?> mark = (List<?>) found;
            String word = String.valueOf(mark.get(0));
            assertThat(((Number) mark.get(1)).doubleValue())
                    .as("contrast of %s", word)
                    .isGreaterThan(LEAST_CONTRAST);
            shapes.put(word, String.valueOf(mark.get(2)));
        }
    }

    private void differ() {
        List<String> words = new ArrayList<>(shapes.keySet());
        for (String one : words) {
            for (String other : words.subList(words.indexOf(one) + 1, words.size())) {
                assertThat(difference(String.valueOf(shapes.get(one)), String.valueOf(shapes.get(other))))
                        .as("pixels in which %s and %s differ", one, other)
                        .isGreaterThan(LEAST_DIFFERENCE);
            }
        }
    }

    private static long difference(String one, String other) {
        assertThat(one).hasSameSizeAs(other).contains("#");
        return IntStream.range(0, one.length())
                .filter(at -> one.charAt(at) != other.charAt(at))
                .count();
    }

    /** One night of each way to end otherwise than well, and two that are only what they were before something else. */
    private static void endedOtherwise(MigratedDatabase database) {
        Map<String, String> ends = Map.of(
                "2026-11-24", "STOPPED",
                "2026-11-23", "FAILED",
                "2026-11-22", "REFUSED",
                "2026-11-21", "UNBALANCED",
                "2026-11-19", "DIED");
        ends.forEach((date, end) -> {
            become(database, date, "DISCARDED");
            database.update("""
                    update batch_job_execution set status = '%s', exit_code = '%s'
                    where job_execution_id in (select id from run where business_date = '%s')
                    """.formatted(end.equals("STOPPED") ? "STOPPED" : "FAILED", end, date));
        });
        become(database, "2026-11-17", "ABANDONED");
        become(database, "2026-11-16", "REPLACED");
    }

    private static void become(MigratedDatabase database, String date, String state) {
        database.update("""
                update run set state = '%1$s', manifest_sha256 = case '%1$s' when 'REPLACED' then manifest_sha256 end
                where business_date = '%2$s'
                """.formatted(state, date));
    }

    /** Only one can be so at a time. */
    private static void underWay(MigratedDatabase database, String how) {
        database.update("""
                update batch_job_execution set status = '%s', end_time = null where job_execution_id = 102
                """.formatted(how.equals("STOPPING") ? "STOPPING" : "STARTED"));
        database.update("update run_lock set beat_at = now() - interval '%d seconds'"
                .formatted(how.equals("silent") ? 3600 : 0));
    }
}
