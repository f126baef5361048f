package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.files.HomeOwner;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launcher takes a jar apart and archives its classes once, and starts that ever after. */
@Timeout(60)
class QuickStartTest {

    private static final String PREPARING = "Preparing quick starts…";

    private final Path place;
    private final FakeProject fake;
    private final Path starts;

    QuickStartTest(@TempDir Path place) throws IOException {
        this.place = place.toRealPath();
        fake = new FakeProject(this.place);
        starts = fake.project().resolve("target/start");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void the_first_start_prepares_and_all_are_quick() {
        Script.Ended first = launcher("sync").run();
        Script.Ended second = launcher("sync").run();
        assertThat(first.err()).isEqualTo("Building Nightfill…\n" + PREPARING);
        assertThat(second.err()).isEmpty();
        assertThat(List.of(first.out(), second.out()))
                .allSatisfy(out -> assertThat(out)
                        .endsWith(String.join(
                                "\n",
                                "given:",
                                "-XX:SharedArchiveFile=" + only().resolve("classes.jsa"),
                                "-Djdk.util.jar.enableMultiRelease=false",
                                "-Xlog:all=off:stdout",
                                "-Xlog:all=error,cds*=off:stderr",
                                "-XX:+UseSerialGC",
                                "-jar",
                                only().resolve("jar/nightfill.jar").toString(),
                                "sync")));
    }

    /** As in an image, whose files have other numbers and times than where it was built. */
    @Test
    void what_was_prepared_beside_the_jar_is_started_as_it_is() throws IOException {
        Path launcher = installed();
        Path lib = place.resolve("opt/lib");
        Script.write(lib.resolve("classes.jsa"), "");
        Script.Ended started =
                asUser(launcher).with("NIGHTFILL_HOME", homeOfUser("rwx------")).run();
        assertThat(started.err()).isEmpty();
        assertThat(started.out())
                .contains("-XX:SharedArchiveFile=%s/classes.jsa\n-Djdk.util.jar.enableMultiRelease=false\n"
                        .formatted(lib))
                .endsWith("-jar\n" + lib.resolve("nightfill.jar"));
        assertThat(place.resolve("home")).isEmptyDirectory();
        assertThat(calls("asked")).doesNotExist();
    }

    @Test
    void nothing_is_left_of_the_rehearsal() {
        launcher().run();
        assertThat(only()).isDirectoryNotContaining("glob:**/rehearsal");
        assertThat(Script.read(calls("archiving")))
                .isEqualTo("-XX:ArchiveClassesAtExit=%1$s/classes.jsa -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
                                .formatted(only())
                        + " -Djdk.util.jar.enableMultiRelease=false -cp %1$s/jar/nightfill.jar nightfill.Rehearsal %1$s/rehearsal\n"
                                .formatted(only()));
    }

    @Test
    void java_is_asked_for_its_version_only_before() {
        launcher().run();
        String asked = Script.read(calls("asked"));
        assertThat(launcher().with("FAKE_VERSION", "11.0.2").run().exitCode()).isZero();
        assertThat(calls("asked")).hasContent(asked);
    }

    @Test
    void another_jar_is_prepared_and_the_old_goes() throws IOException {
        launcher().run();
        Path old = only();
        Files.setLastModifiedTime(fake.jar(), FileTime.fromMillis(System.currentTimeMillis() + 5000));
        assertThat(launcher().run().err()).isEqualTo(PREPARING);
        assertThat(only()).isNotEqualTo(old);
    }

    @Test
    void what_runs_keeps_what_it_runs_from() throws IOException {
        launcher().run();
        Path old = only();
        Script.Running running = launcher().with("FAKE_HANG", "yes").start();
        while (!running.nextLine().equals("hanging")) {
            Thread.onSpinWait();
        }
        Files.setLastModifiedTime(fake.jar(), FileTime.fromMillis(System.currentTimeMillis() + 5000));
        launcher().run();
        assertThat(prepared()).hasSize(2).contains(old);
        running.terminate().end();
        Files.setLastModifiedTime(fake.jar(), FileTime.fromMillis(System.currentTimeMillis() + 9000));
        launcher().run();
        assertThat(prepared()).hasSize(1).doesNotContain(old);
    }

    @Test
    void what_still_fits_stays_for_whoever_starts_it() throws IOException {
        launcher().run();
        Path first = only();
        Path other = Files.copy(fake.jar(), fake.jar().resolveSibling("other.jar"));
        launcher().with("NIGHTFILL_JAR", other).run();
        assertThat(prepared()).hasSize(2).contains(first);
        assertThat(launcher().run().err()).isEmpty();
    }

    @Test
    void what_others_could_get_at_is_made_anew() throws IOException {
        launcher().run();
        Path open = only();
        Files.setPosixFilePermissions(starts, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(launcher().run().err()).isEqualTo(PREPARING);
        assertThat(only()).isNotEqualTo(open);
        assertThat(Files.getPosixFilePermissions(starts)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void what_was_moved_is_made_anew_where_it_is() throws IOException {
        launcher().run();
        Path moved = Files.move(fake.project(), place.resolve("moved"));
        Script.Ended ended = fake.start(moved.resolve("jobs/nightfill")).run();
        assertThat(ended.err()).isEqualTo(PREPARING);
        assertThat(ended.out()).contains("-XX:SharedArchiveFile=" + moved);
    }

    @Test
    void what_was_killed_on_the_way_is_done_again() throws IOException {
        launcher().run();
        Path torn = only();
        Files.delete(torn.resolve("made-for"));
        assertThat(launcher().run().err()).isEqualTo(PREPARING);
        assertThat(only()).isNotEqualTo(torn);
    }

    @Test
    void the_jar_itself_is_started_while_another_prepares() throws IOException {
        launcher().run();
        Files.delete(only().resolve("made-for"));
        Files.delete(starts.resolve("log"));
        Path wait = Script.write(place.resolve("jdk/bin/java.wait"), "");
        Script.Running first = launcher().start();
        while (Files.notExists(starts.resolve("log"))
                || Script.read(starts.resolve("log")).isEmpty()) {
            Thread.onSpinWait();
        }
        Script.Ended second = launcher().run();
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).endsWith("-jar\n" + fake.jar());
        Files.delete(wait);
        assertThat(first.end().out()).endsWith("-jar\n" + only().resolve("jar/nightfill.jar"));
    }

    @Test
    void a_jar_that_cannot_be_taken_apart_is_started_as_it_is() {
        Script.write(place.resolve("jdk/bin/java.stuck"), "");
        Script.Ended ended = launcher("sync").run();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).endsWith("given:\n-XX:+UseSerialGC\n-jar\n" + fake.jar() + "\nsync");
        assertThat(prepared()).isEmpty();
    }

    @Test
    void without_an_archive_the_parts_are_started() {
        Script.write(place.resolve("jdk/bin/java.crash"), "");
        assertThat(launcher("sync").run().out())
                .endsWith("given:\n-XX:+UseSerialGC\n-jar\n" + only().resolve("jar/nightfill.jar") + "\nsync");
        assertThat(launcher().run().err()).isEmpty();
    }

    @Test
    void installed_it_makes_no_home() {
        Path home = place.resolve("home");
        assertThat(fake.start(installed()).with("NIGHTFILL_HOME", home).run().err())
                .isEmpty();
        assertThat(home).doesNotExist();
    }

    @Test
    void installed_it_prepares_in_a_home_that_is_closed_to_others() throws IOException {
        Path launcher = installed();
        Path home = homeOfUser("rwx------");
        assertThat(asUser(launcher).with("NIGHTFILL_HOME", home).run().err()).isEqualTo(PREPARING);
        assertThat(asUser(launcher).with("NIGHTFILL_HOME", home).run().out())
                .contains("-jar\n" + home.resolve("start"))
                .endsWith("/jar/nightfill.jar");
    }

    @Test
    void programs_are_not_taken_from_where_others_can_write() throws IOException {
        Path home = homeOfUser("rwxrwx---");
        assertThat(asUser(installed()).with("NIGHTFILL_HOME", home).run().err()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void root_takes_no_programs_out_of_a_home_of_its_own_or_of_others() throws IOException {
        assumeThat(HomeOwner.weAreRoot()).isTrue();
        Path launcher = installed();
        Path home = homeOfUser("rwx------");
        fake.start(launcher).with("NIGHTFILL_HOME", home).run();
        Files.setAttribute(home, "unix:uid", 0);
        fake.start(launcher).with("NIGHTFILL_HOME", home).run();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void programs_are_not_taken_from_where_a_link_leads() throws IOException {
        Path home = homeOfUser("rwx------");
        Path elsewhere = ofUser(Files.createDirectory(place.resolve("elsewhere")));
        Files.createSymbolicLink(home.resolve("start"), elsewhere);
        assertThat(asUser(installed()).with("NIGHTFILL_HOME", home).run().err()).isEmpty();
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void programs_are_not_taken_from_where_others_can_put_another_home() throws IOException {
        Path open = Neighbour.opened(Files.createDirectory(place.resolve("open")));
        Path home = Files.move(homeOfUser("rwx------"), open.resolve("home"));
        assertThat(asUser(installed()).with("NIGHTFILL_HOME", home).run().err()).isEmpty();
        assertThat(home).isEmptyDirectory();
        Files.setAttribute(open, "unix:mode", 01777);
        assertThat(asUser(installed()).with("NIGHTFILL_HOME", home).run().err()).isEqualTo(PREPARING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwx------", "rwxr-xr-x"})
    void a_directory_that_happens_to_have_its_name_stays(String mode) throws IOException {
        Path mine = Script.write(starts.resolve("orders/mine"), "");
        Files.setPosixFilePermissions(starts, PosixFilePermissions.fromString(mode));
        assertThat(launcher().run().out()).endsWith("-jar\n" + fake.jar());
        assertThat(mine).exists();
    }

    @Test
    void what_another_user_prepared_stays_his() throws IOException {
        assumeThat(HomeOwner.weAreRoot()).isTrue();
        launcher().run();
        Path his = only();
        ofUser(starts);
        assertThat(launcher().run().out()).endsWith("-jar\n" + fake.jar());
        assertThat(only()).isEqualTo(his);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "night!"})
    void java_takes_no_programs_from_some_places(String name) throws IOException {
        Path moved = Files.move(homeOfUser("rwx------"), place.resolve(name));
        assertThat(asUser(installed()).with("NIGHTFILL_HOME", moved).run().err())
                .isEmpty();
        assertThat(moved).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "log"})
    void what_cannot_be_written_is_no_reason_to_complain(String name) throws IOException {
        launcher().run();
        Files.delete(only().resolve("made-for"));
        Files.delete(starts.resolve(name));
        Files.createDirectory(starts.resolve(name));
        Script.Ended ended = launcher().with("POSIXLY_CORRECT", "1").run();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).isIn("", PREPARING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@options", "-Da=b @options", "-XX:VMOptionsFile=options", "-XX:Flags=options"})
    void a_file_of_options_may_ask_for_a_collector(String options) {
        assertThat(launcher().with("NIGHTFILL_JAVA_OPTS", options).run().out()).doesNotContain("UseSerialGC");
    }

    @Test
    void a_night_takes_long_where_links_lead_to_large_feeds() throws IOException {
        Path feed = Script.write(place.resolve("nas/2026-11-18/order_lines.csv"), "");
        try (RandomAccessFile large = new RandomAccessFile(feed.toFile(), "rw")) {
            large.setLength(65L << 20);
        }
        Path input = Files.createDirectory(place.resolve("input"));
        Files.createSymbolicLink(input.resolve("2026-11-18"), feed.getParent());
        assertThat(isSoonOver(List.of("run", "--input", input.toString()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIGHTFILL_JAVA_OPTS", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
    void a_collector_that_is_asked_for_is_the_only_one(String variable) {
        assertThat(launcher().with(variable, "-Xmx1g -XX:+UseG1GC").run().out()).doesNotContain("UseSerialGC");
    }

    @Test
    void better_code_is_for_what_takes_long() {
        assertThat(Stream.of(List.of("--help"), List.of("status"), List.of("trace", "4711"), List.of("run", "--help"))
                        .map(this::isSoonOver))
                .containsExactly(true, true, true, false);
        assertThat(Stream.of(List.<String>of(), List.of("sync", "a", "b"), List.of("audit"), List.of("console"))
                        .map(this::isSoonOver))
                .containsOnly(false);
    }

    @Test
    void a_night_takes_long_where_large_feeds_arrive() throws IOException {
        Path input = place.resolve("in put");
        Path feed = Script.write(input.resolve("2026-11-18/order_lines.csv"), "");
        assertThat(isSoonOver(List.of("run", "--input", input.toString()))).isTrue();
        assertThat(isSoonOver(List.of("run", "--input=" + input, "--date=2026-11-18")))
                .isTrue();
        try (RandomAccessFile large = new RandomAccessFile(feed.toFile(), "rw")) {
            large.setLength(65L << 20);
        }
        assertThat(isSoonOver(List.of("run", "--input", input.toString()))).isFalse();
        assertThat(isSoonOver(List.of("run", "--input=" + input, "--correction")))
                .isFalse();
    }

    @Test
    void a_night_whose_feeds_are_gone_may_take_long() {
        assertThat(isSoonOver(List.of("run", "--input", place.resolve("gone").toString())))
                .isFalse();
    }

    @Test
    void a_compiler_that_is_asked_for_stays() {
        assertThat(launcher("status")
                        .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=4")
                        .run()
                        .out())
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }

    private boolean isSoonOver(List<String> arguments) {
        return launcher(arguments.toArray(String[]::new)).run().out().contains("-XX:TieredStopAtLevel=1");
    }

    private Path installed() {
        Path launcher = Script.copy("jobs/nightfill", place.resolve("opt/jobs/nightfill"));
        Script.write(place.resolve("opt/lib/nightfill.jar"), "");
        return launcher;
    }

    private Path homeOfUser(String mode) throws IOException {
        Path home = Files.createDirectory(place.resolve("home"));
        return ofUser(Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(mode)));
    }

    private static Path ofUser(Path directory) throws IOException {
        return HomeOwner.weAreRoot() ? Files.setAttribute(directory, "unix:uid", 65_534) : directory;
    }

    private Script asUser(Path launcher) throws IOException {
        List<String> words = Neighbour.asAnother(launcher.toString());
        return fake.start(Path.of(words.get(0)), words.subList(1, words.size()).toArray(String[]::new));
    }

    private Script launcher(String... arguments) {
        return fake.start(fake.launcher(), arguments);
    }

    private Path calls(String kind) {
        return Path.of(fake.java() + "-" + kind + ".calls");
    }

    private Path only() {
        List<Path> all = prepared();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Path> prepared() {
        try (Stream<Path> all = Files.list(starts)) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
