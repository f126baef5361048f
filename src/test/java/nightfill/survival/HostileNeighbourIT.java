package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nightfill.harness.Ended;
import nightfill.harness.Figures;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Neighbour;
import nightfill.harness.Scale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody who may write in INPUT, OUTPUT, a publish directory and the trees of a sync does there what he likes, at random
 * moments, while nights and all other commands run: links, pipes, other names, modes, things of his own.
 */
class HostileNeighbourIT extends InstalledNightfill {

    private static final long SEED = Long.getLong("nightfill.test.seed", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "xyzzy-4711";

    /** Most of what it does it undoes at once, so that what is whole in the end can be seen to be. */
    private static final String SCRIPT = """
            import os, random, select, sys, time
            seed, witness, *places = sys.argv[1:]
            random.seed(int(seed))
            NAMES = [".nightfill-database", ".nightfill-sync", "MANIFEST.sha256", "cancellations.csv", "control.csv",
                     "order_lines.csv", "batches.csv", "dispatches.csv", "run-1", "2026-11-20", "lock", "copy"]
            def attempt(work, *arguments):
                try:
                    work(*arguments)
                    return True
                except OSError:
                    return False
            def targets():
                found = [witness, os.path.join(witness, "nothing")]
                for directory, _, files in os.walk(witness):
                    found += [os.path.join(directory, file) for file in files]
                return found
            def plant(path):
                kind = random.randrange(6)
                if kind < 3:
                    attempt(os.symlink, random.choice(targets()), path)
                elif kind == 3:
                    attempt(os.mkfifo, path)
                elif kind == 4:
                    attempt(os.mkdir, path)
                else:
                    attempt(os.link, random.choice(targets()), path)
            def unplant(path):
                if not os.path.islink(path) and os.path.isdir(path):
                    attempt(os.rmdir, path)
                elif os.path.islink(path) or (os.path.lexists(path) and os.lstat(path).st_uid == os.getuid()):
                    attempt(os.unlink, path)
            def dawdle():
                time.sleep(random.choice([0, 0, 0.001, 0.02, 0.1]))
            def swap(place):
                names = [name for name in os.listdir(place) if not name.startswith(".aside-")]
                if not names:
                    return
                hidden = [name for name in names if name.startswith(".")]
                newest = max(names, key=lambda name: os.lstat(os.path.join(place, name)).st_ctime)
                path = os.path.join(place, random.choice(names + 3 * hidden + 3 * [newest]))
                aside = os.path.join(place, ".aside-%d" % random.randrange(10 ** 9))
                if attempt(os.rename, path, aside):
                    plant(path)
                    dawdle()
                    attempt(unplant, path)
                    if not attempt(os.rename, aside, path) and not os.path.isdir(aside):
                        attempt(os.unlink, aside)
            def storm(place):
                names = [name for name in os.listdir(place) if not name.startswith(".aside-")]
                if names:
                    newest = max(names, key=lambda name: os.lstat(os.path.join(place, name)).st_ctime)
                    path, aside = os.path.join(place, newest), os.path.join(place, ".aside-storm")
                    end = time.time() + 0.5
                    while time.time() < end:
                        attempt(os.rename, path, aside)
                        attempt(os.symlink, witness, path)
                        if os.path.islink(path):
                            os.unlink(path)
                        attempt(os.rename, aside, path)
            def add(place):
                path = os.path.join(place, random.choice(NAMES))
                if not os.path.lexists(path):
                    plant(path)
                    attempt(os.chmod, path, random.choice([0, 0o444, 0o777]))
                    dawdle()
                    attempt(os.chmod, path, 0o777)
                    attempt(unplant, path)
            print("ready", flush=True)
            while True:
                deadline = time.time() + random.choice([0.1, 1, 3])
                busy = random.random() < 0.7
                while time.time() < deadline:
                    if select.select([sys.stdin], [], [], 0 if busy else 0.02)[0]:
                        if not sys.stdin.readline():
                            sys.exit()
                        print("paused", flush=True)
                        sys.stdin.readline()
                    if busy:
                        around = [place for place in places if os.path.isdir(place)]
                        inner = [os.path.join(place, name) for place in around for name in os.listdir(place)]
                        deeper = [path for path in inner if os.path.isdir(path) and os.access(path, os.W_OK)]
                        place = random.choice(around + deeper[-2:])
                        attempt(random.choice([swap, storm, add]), place)
            """;

    private final Random random = new Random(SEED);
    private final Map<Integer, Integer> ends = new TreeMap<>();

    private Path witness = root;
    private Path output = root;
    private Path published = root;
    private Path tree = root;
    private Map<String, String> before = Map.of();
    private long longest;
    private int whole;

    @BeforeEach
    void furnish() throws IOException {
        // let through, but not let do anything there
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        witness = Files.createDirectory(root.resolve("witness"));
        output = opened("output");
        published = opened("published");
        tree = opened("tree");
        opened("input");
        nightfill.with("NIGHTFILL_OUTPUT", output).with("NIGHTFILL_CHUNK_SIZE", 1);
        for (String file : List.of(
                "stock.csv",
                "MANIFEST.sha256",
                "summary.json",
                "lock",
                "1",
                "cancellations.csv",
                "control.csv",
                "a/b")) {
            Path secret = witness.resolve(file);
            Files.createDirectories(secret.resolveSibling(""));
            Files.setPosixFilePermissions(
                    Files.writeString(secret, SECRET + " " + file + "\n"),
                    PosixFilePermissions.fromString("rw-------"));
        }
        before = look();
    }

    private Path opened(String name) throws IOException {
        return Neighbour.opened(Files.createDirectory(root.resolve(name)));
    }

    @Test
    void changes_nothing_elsewhere_learns_nothing_and_keeps_nobody_waiting() throws Exception {
        Instant end = Instant.now().plusSeconds(Scale.NEIGHBOUR.count());
        int nights = 0;
        try (Neighbour neighbour = Neighbour.doing(SCRIPT, SEED, witness, output, published, tree, nightfill.input())) {
            for (LocalDate date = LocalDate.parse(FRIDAY); Instant.now().isBefore(end); date = date.plusDays(1)) {
                night(date.toString(), neighbour);
                nights++;
            }
            neighbour.pause();
            assertNothingDisclosed();
        }
        assertThat(whole).as("nights that ended well, of %d: %s", nights, ends).isPositive();
        Figures.count(
                HostileNeighbourIT.class,
                "%d nights, %d whole; exit codes %s, longest %d ms; seed %d"
                        .formatted(nights, whole, ends, longest, SEED));
    }

    private void night(String date, Neighbour neighbour) throws Exception {
        // this test itself goes wherever names lead
        neighbour.pause();
        nightfill.arriveSmall(date);
        Neighbour.opened(nightfill.input().resolve(date));
        neighbour.goOn();
        for (int attempt = 0; attempt < 10; attempt++) {
            if (act(nightfill.runOf(date, "--publish", published.toString())).exitCode() == 0) {
                neighbour.pause();
                assertWhole(date, neighbour);
                neighbour.goOn();
                break;
            }
        }
        for (List<String> command : random.nextInt(3) == 0 ? rare(date) : usual(date)) {
            act(command.toArray(String[]::new));
        }
    }

    private List<List<String>> usual(String date) {
        return List.of(
                List.of("publish", published.toString()),
                List.of("publish", published.toString(), "--prune", "--max-delete", "100%"),
                List.of("sync", output.toString(), tree.toString(), "--max-delete", "100%"),
                List.of("replay", "--date", date));
    }

    private List<List<String>> rare(String date) {
        return List.of(
                List.of(nightfill.runOf(date, "--correction")),
                List.of("abandon"),
                List.of(nightfill.runOf(date, "--after-restore")),
                List.of("verify", output.toString()),
                List.of("purge", "--older-than", "1d", "--feeds"));
    }

    private Ended act(String... command) throws Exception {
        long began = System.nanoTime();
        Ended ended;
        try {
            ended = CompletableFuture.supplyAsync(() -> nightfill.nightfill(command))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still at work after %s: %s".formatted(PATIENCE, List.of(command)), e);
        }
        longest = Math.max(longest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        assertThat(ended.exitCode()).as("%s: %s", List.of(command), ended.err()).isNotEqualTo(2);
        ends.merge(ended.exitCode(), 1, Integer::sum);
        assertThat(ended.out() + ended.err()).as("%s", List.of(command)).doesNotContain(SECRET, "\tat ", "unexpected");
        assertThat(look()).as("%s: %s", List.of(command), ended.err()).isEqualTo(before);
        return ended;
    }

    private void assertWhole(String date, Neighbour neighbour) throws Exception {
        assertThat(neighbour).isNotNull();
        Path run = output.resolve(date).resolve("run-1");
        assertThat(Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS))
                .as("%s", run)
                .isTrue();
        act("verify", run.toString()).with(0);
        whole++;
    }

    /** Nothing that Nightfill has written holds anything that only it may read. */
    private void assertNothingDisclosed() throws IOException {
        for (Path written : List.of(nightfill.home(), output, published, tree)) {
            for (Path file : regularFilesIn(written)) {
                assertThat(Files.readAllBytes(file)).as("%s", file).asString().doesNotContain(SECRET);
            }
        }
    }

    private static List<Path> regularFilesIn(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    /** The witness, byte by byte, with what else would show that somebody was there. */
    private Map<String, String> look() throws IOException {
        Map<String, String> seen = new TreeMap<>();
        List<Path> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(witness)) {
            paths.forEach(all::add);
        }
        for (Path path : all) {
            PosixFileAttributes attributes =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String modes = PosixFilePermissions.toString(attributes.permissions());
            seen.put(
                    witness.relativize(path).toString(),
                    "%s %s %s"
                            .formatted(
                                    modes,
                                    attributes.lastModifiedTime(),
                                    attributes.isRegularFile() ? Files.readString(path) : "no file"));
        }
        return seen;
    }
}
