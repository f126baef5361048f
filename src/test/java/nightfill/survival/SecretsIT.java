package nightfill.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nightfill.harness.ConsoleVisitor.press;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.domain.access.Role;
import nightfill.harness.Child;
import nightfill.harness.ConsoleVisitor;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;

/** What anybody, or the same user, can look up of the processes that work. */
class SecretsIT extends InstalledNightfill {

    private static final String KEY = "opens the key store";
    private static final String CLIENT = "is the console's with its provider";

    @Test
    void a_night_of_a_console_is_given_what_opens_the_database_and_nothing_else_and_says_none_of_it() throws Exception {
        nightfill.launcher();
        nightfill.arriveMixed(FRIDAY);
        nightfill.with("NIGHTFILL_KEY_STORE_PASSWORD", KEY);
        Map.of(
                        "NIGHTFILL_OIDC_ISSUER", "https://id.example.com",
                        "NIGHTFILL_OIDC_CLIENT_ID", "nightfill",
                        "NIGHTFILL_OIDC_CLIENT_SECRET", CLIENT,
                        "NIGHTFILL_OIDC_ROLE_CLAIM", "groups",
                        "NIGHTFILL_OIDC_VIEWERS", "staff")
                .forEach(nightfill::with);
        ConsoleVisitor anna;
        try (ServedConsole desk = ServedConsole.over(database, root)) {
            anna = new ConsoleVisitor(desk.person("anna", Role.ADMIN));
        }
        try (Child console = nightfill.startConsole()) {
            String asked;
            try (HeldTable held = HeldTable.of(database, "decided")) {
                asked = press(anna.at(console), "/nights/2026-11-20/run");
                held.awaitNight();
                assertThat(read(console.pid(), "environ")).contains(KEY, CLIENT);
                assertThat(nights(console)).isNotEmpty().allSatisfy(night -> {
                    assertThat(read(night.pid(), "environ"))
                            .contains(database.password())
                            .doesNotContain(KEY, CLIENT);
                    assertThat(read(night.pid(), "cmdline")).doesNotContain(database.password(), KEY, CLIENT);
                });
                assertThat(read(console.pid(), "cmdline")).doesNotContain(database.password(), KEY, CLIENT);
                held.release();
            }
            await().atMost(Child.PATIENCE)
                    .until(
                            () -> query("select outcome from audit_log where answers = " + asked),
                            List.of("DONE")::equals);
        }
    }

    private static List<ProcessHandle> nights(Child console) {
        return ProcessHandle.of(console.pid()).orElseThrow().descendants().toList();
    }

    private static String read(long process, String file) throws IOException {
        return Files.readString(Path.of("/proc/%d/%s".formatted(process, file)), UTF_8);
    }
}
