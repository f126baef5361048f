package nightfill.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.application.act.NightStarter.Ended;
import nightfill.application.act.NightStarter.Words;
import nightfill.application.act.Order;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.publish.Delivery;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessNightStarterTest {

    private static final Path OUT = Path.of("/out");

    @TempDir
    Path root = Path.of("");

    private ProcessNightStarter starter(String script) throws IOException {
        Path launcher = Files.writeString(root.resolve("launcher"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return new ProcessNightStarter(Optional.of(launcher), root.resolve("logs"));
    }

    private static Ended start(ProcessNightStarter starter, Order order, long asked) throws Exception {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        starter.start(order, asked, ended::complete);
        return ended.get(1, TimeUnit.MINUTES);
    }

    private static Order.Run run(Set<Acceptance> accepted, boolean more) {
        return new Order.Run(new Delivery(
                new NightRequest(
                        LocalDate.of(2026, 11, 20),
                        Path.of("/in put"),
                        OUT,
                        new Terms(more ? "5%" : "", accepted, false),
                        false,
                        new Attempt(more, null)),
                more,
                more,
                more ? Optional.of(Path.of("/pub")) : Optional.empty()));
    }

    @Test
    void a_run_is_asked_for_as_people_ask_for_it() {
        ProcessNightStarter starter = new ProcessNightStarter(Optional.empty(), root);

        assertThat(starter.words(run(Set.of(), false)))
                .isEqualTo(new Words(
                        "nightfill run --date 2026-11-20 --input '/in put' --output /out", "run", "2026-11-20"));
        assertThat(starter.words(run(Set.of(Acceptance.values()), true)).act())
                .isEqualTo("run --publish /pub --max-rejects 5% --accept-same-feed --accept-shrunk-feeds"
                        + " --accept-renumbered --take-over --pending --after-restore");
    }

    @Test
    void other_orders_are_too() {
        ProcessNightStarter starter = new ProcessNightStarter(Optional.empty(), root);

        assertThat(starter.words(new Order.Stop(7))).isEqualTo(new Words("nightfill stop 7", "stop", "execution 7"));
        assertThat(starter.words(new Order.Abandon(Optional.empty(), OUT)))
                .isEqualTo(new Words("nightfill abandon --output /out", "abandon", "the unfinished run"));
        assertThat(starter.words(new Order.Abandon(Optional.of(7L), OUT)).line())
                .isEqualTo("nightfill abandon --output /out 7");
        assertThat(starter.words(new Order.Publish(Path.of("/it's"), OUT)))
                .isEqualTo(new Words("nightfill publish --output /out -- '/it'\\''s'", "publish", "/it's"));
    }

    @Test
    void the_launcher_gets_the_words_and_the_entry_in_a_session_of_its_own() throws Exception {
        ProcessNightStarter starter = starter("""
                echo "$NIGHTFILL_ASKED: $*"
                read -r pid name state parent group session rest < /proc/self/stat
                [ "$session" = "$PPID" ] || [ "$session" = "$$" ] && echo "a session of its own" >&2
                exit 4
                """);

        Ended ended = start(starter, new Order.Stop(7), 41);

        assertThat(ended).isEqualTo(new Ended(4, "a session of its own"));
        assertThat(Files.readString(root.resolve("logs/asked-41.log"))).isEqualTo("41: stop 7\na session of its own\n");
    }

    @Test
    void of_what_is_printed_the_last_line_is_told() throws Exception {
        Ended ended = start(starter("seq 1 20000; echo; echo"), new Order.Stop(7), 1);

        assertThat(ended).isEqualTo(new Ended(0, "20000"));
    }

    @Test
    void without_a_launcher_nothing_is_started() {
        ProcessNightStarter none = new ProcessNightStarter(Optional.empty(), root);
        ProcessNightStarter gone = new ProcessNightStarter(Optional.of(root.resolve("gone")), root);

        assertThatThrownBy(() -> none.start(new Order.Stop(7), 1, ended -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was not started by its launcher");
        assertThatThrownBy(() -> gone.start(new Order.Stop(7), 1, ended -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no launcher");
    }
}
