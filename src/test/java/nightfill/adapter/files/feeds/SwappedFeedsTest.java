package nightfill.adapter.files.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.adapter.csv.CsvControlReader;
import nightfill.adapter.csv.CsvFeedReader;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.Fence.FileAction;
import nightfill.application.run.Input;
import nightfill.application.run.OpenFence;
import nightfill.application.urgent.InMemoryUrgentPromises;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import nightfill.harness.InMemoryNightfill;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What a sender does who swaps feeds while they are accepted: nobody waits for him, nothing of others gets in. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SwappedFeedsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final String BATCHES = "ref,sku,qty,eta\nPO-1,CHAIR,10,\n";
    private static final String LINES = "orderid,line,sku,qty\n1,1,CHAIR,2\n";
    private static final String PRECIOUS = "precious";

    /** Puts a file, a pipe, a link to another's file and a link to a directory of others in each other's place. */
    private static final String SWAPPER = """
            import os, sys, itertools
            feed, aside, precious, rows = sys.argv[1:]
            print("ready", flush=True)
            for kind in itertools.cycle("fpflfd"):
                if kind == "f":
                    with open(aside, "w") as file:
                        file.write(rows)
                elif kind == "p":
                    os.mkfifo(aside)
                elif kind == "l":
                    os.symlink(precious, aside)
                else:
                    os.symlink(os.path.dirname(precious), aside)
                os.rename(aside, feed)
            """;

    @TempDir
    private Path root;

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private AcceptFeeds acceptFeeds = new AcceptFeeds(
            nightfill.files,
            nightfill.reader,
            nightfill.reader,
            nightfill.runs,
            new InMemoryUrgentPromises(nightfill.database));
    private Input input = new Input(Path.of(""), FRIDAY);

    @BeforeEach
    void furnish() throws IOException {
        Inbox inbox = new Inbox(List.of());
        input = new Input(root.resolve("input"), FRIDAY);
        acceptFeeds = new AcceptFeeds(
                new FilesystemFeedFiles(root.resolve("home"), inbox, new OpenFence()),
                new CsvFeedReader(inbox),
                new CsvControlReader(inbox),
                nightfill.runs,
                new InMemoryUrgentPromises(nightfill.database));
        Files.createDirectories(input.path());
        Files.writeString(input.file("batches.csv"), BATCHES);
        Files.writeString(input.file("order_lines.csv"), LINES);
        for (Path open : List.of(root, input.directory(), input.path())) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        // as sound as any feed, so that it would be taken for one
        Path precious = Files.writeString(root.resolve("another's"), LINES + "2,1," + PRECIOUS + ",1\n");
        Files.setPosixFilePermissions(precious, PosixFilePermissions.fromString("rw-------"));
    }

    /** By another user where that can be had; who wins does not matter. */
    @Test
    void two_hundred_races_for_a_feed_let_nothing_in_and_nobody_wait() throws Exception {
        Process swapper = new ProcessBuilder(Neighbour.asAnother(
                        "/usr/bin/python3",
                        "-c",
                        SWAPPER,
                        input.file("order_lines.csv").toString(),
                        input.directory().resolve("aside").toString(),
                        root.resolve("another's").toString(),
                        LINES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<Kind> ends = EnumSet.noneOf(Kind.class);
        try {
            assertThat(swapper.inputReader().readLine()).isEqualTo("ready");
            // on a busy machine he may rest for longer than that takes
            for (int round = 1; round <= 200 || ends.size() < 2; round++) {
                race(ends);
            }
        } finally {
            swapper.destroyForcibly().waitFor();
        }
        assertThat(ends).containsExactlyInAnyOrder(Kind.NOT_READY, Kind.REFUSED);
    }

    /** Once as a night does it, and once without looking first, which he seldom lets end well. */
    private void race(Set<Kind> ends) throws IOException {
        Run run = nightfill.runs.loading().orElseGet(() -> nightfill.runs.open(FRIDAY, Terms.USUAL, null));
        attempt(ends, () -> {
            Delivery delivery = acceptFeeds.inspect(input);
            delivery.feeds().forEach(feed -> acceptFeeds.accept(run, delivery, feed));
            acceptFeeds.complete(run, delivery);
        });
        attempt(ends, () -> acceptFeeds.files().keep(input.file("order_lines.csv"), run));
        assertThat(kept()).allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(PRECIOUS));
    }

    private static void attempt(Set<Kind> ends, FileAction work) throws IOException {
        try {
            work.act();
        } catch (Problem lost) {
            ends.add(lost.kind());
            assertThat(lost.what()).doesNotContain(PRECIOUS);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> kept = Files.walk(Files.createDirectories(root.resolve("home")))) {
            return kept.filter(Files::isRegularFile).toList();
        }
    }
}
