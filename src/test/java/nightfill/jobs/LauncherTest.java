package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LauncherTest {

    private final Path place;
    private final FakeProject fake;
    private final Path project;
    private final Path jar;

    LauncherTest(@TempDir Path place) throws IOException {
        this.place = place.toRealPath();
        fake = new FakeProject(this.place);
        project = fake.project();
        jar = fake.jar();
        Script.write(project.resolve("target/start"), "nothing can be prepared here");
    }

    @Test
    void builds_the_jar_when_there_is_none() {
        Script.Ended ended = launcher("--help").run();
        assertThat(ended.out()).endsWith("-jar\n" + jar + "\n--help");
        assertThat(ended.err()).isEqualTo("Building Nightfill…");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void the_build_is_not_told_what_opens_the_database() throws IOException {
        launcher().with("NIGHTFILL_DB_PASSWORD", "secret").with("KEPT", "yes").run();
        assertThat(Files.readAllLines(project.resolve("known")))
                .contains("KEPT=yes")
                .noneMatch(variable -> variable.startsWith("NIGHTFILL_"));
    }

    @Test
    void nor_is_any_program_but_nightfill_itself() throws IOException {
        Bystanders bystanders = new Bystanders(place.resolve("watched"));
        bystanders.withSecrets(launcher()).run();
        bystanders.withSecrets(launcher()).run();
        Path java = fake.java();
        assertThat(bystanders.seen()).contains("readlink", "locale", "find", "touch");
        assertThat(bystanders.known()).contains("PAGER=kept").noneMatch(Bystanders::isSecret);
        assertThat(Files.readAllLines(Path.of(java + "-asked.known")))
                .contains("PAGER=kept")
                .noneMatch(Bystanders::isSecret);
        assertThat(Files.readAllLines(Path.of(java + ".known")))
                .contains("NIGHTFILL_LAUNCHER=" + project.resolve("jobs/nightfill"))
                .containsAll(Bystanders.SECRETS.stream()
                        .map(name -> name + "=se cret")
                        .toList());
    }

    @Test
    void the_build_is_told_the_options_of_every_java() throws IOException {
        launcher().with("JAVA_TOOL_OPTIONS", "-Da=b").run();
        assertThat(Files.readAllLines(project.resolve("known"))).contains("JAVA_TOOL_OPTIONS=-Da=b");
    }

    @Test
    void only_starts_a_jar_that_is_newer_than_its_sources() {
        launcher().run();
        assertThat(launcher().run().err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src", "src/main/java/Night.java"})
    void builds_again_when_a_source_is_newer(String source) throws IOException {
        launcher().run();
        long built = Files.getLastModifiedTime(jar).toMillis();
        Files.setLastModifiedTime(project.resolve(source), FileTime.fromMillis(built + 1));
        assertThat(launcher().run().err()).isEqualTo("Building Nightfill…");
    }

    static Stream<Named<String>> what_a_killed_build_leaves() {
        return Stream.of(
                named("nothing yet", ""),
                named("the plain jar", "nightfill/…PK\5\6" + "\0".repeat(18)),
                named("half of the jar", "…BOOT-INF/lib/…"));
    }

    @ParameterizedTest
    @MethodSource("what_a_killed_build_leaves")
    void builds_again_what_a_killed_build_left(String left) throws IOException {
        Script.write(jar, left);
        Path tornClass = Script.write(project.resolve("target/classes/Torn.class"), "");
        assertThat(launcher().run().exitCode()).isZero();
        assertThat(Files.readString(jar)).isEqualTo(FakeProject.WHOLE_JAR);
        assertThat(tornClass).doesNotExist();
    }

    @Test
    void shows_what_the_build_says_only_when_it_fails() {
        Script.write(project.resolve("broken"), "");
        Script.Ended ended = launcher().run();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .containsExactly(
                        "Building Nightfill…", "[ERROR] no such symbol", "nightfill: the build failed; see above");
    }

    @Test
    void two_starts_at_once_build_once() throws IOException {
        Path wait = Script.write(project.resolve("wait"), "");
        Script.Running first = launcher().start();
        Script.Running second = launcher().start();
        while (!(first.errorsSoFar() + second.errorsSoFar()).contains("Waiting for another build")) {
            Thread.onSpinWait();
        }
        Files.delete(wait);
        assertThat(List.of(first.end().exitCode(), second.end().exitCode())).containsOnly(0);
        assertThat(builds()).hasSize(1);
    }

    @Test
    void says_in_one_line_that_it_cannot_build() throws IOException {
        Files.delete(project.resolve("target/start"));
        Files.delete(project.resolve("target"));
        Script.write(project.resolve("target"), "not a directory");
        Script.Ended ended = launcher().run();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).hasLineCount(1).contains("cannot write to " + project.resolve("target"));
    }

    @Test
    void works_from_any_directory_and_through_links() throws IOException {
        Path elsewhere = Files.createDirectories(place.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("night"), project.resolve("jobs/nightfill"));
        Path linked = Files.createSymbolicLink(place.resolve("linked"), link);
        Script.Ended ended =
                fake.start(linked, "sync", "a b", "../c", "").from(elsewhere).run();
        assertThat(ended.out()).startsWith("in " + elsewhere + ", home " + project.resolve("var") + ",");
        assertThat(ended.out()).endsWith("-jar\n" + jar + "\nsync\na b\n../c\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 8, 130})
    void ends_with_the_exit_code_of_the_program(int code) {
        assertThat(launcher().with("FAKE_EXIT", code).run().exitCode()).isEqualTo(code);
    }

    @Test
    void a_signal_reaches_the_program_itself() throws IOException {
        Script.Running running = launcher().with("FAKE_HANG", "yes").start();
        while (!running.nextLine().equals("hanging")) {
            Thread.onSpinWait();
        }
        Script.Ended ended = running.terminate().end();
        assertThat(ended.out()).isEqualTo("ended cleanly");
        assertThat(ended.exitCode()).isEqualTo(143);
    }

    @Test
    void gives_the_program_a_utf8_locale_where_there_is_none() {
        assertThat(launcher().run().out()).contains("locale C.UTF-8");
        assertThat(launcher().with("LANG", "xx_XX.UTF-8").run().out()).contains("locale C.UTF-8");
        assertThat(launcher().with("LANG", "C.UTF-8").run().out()).contains("locale kept");
    }

    @Test
    void passes_java_options_on() {
        Script.Ended ended = launcher("run")
                .with("JAVA_OPTS", "-Xmx1g  -Da=*")
                .with("NIGHTFILL_JAVA_OPTS", "-Db=c")
                .run();
        assertThat(ended.out()).endsWith("given:\n-XX:+UseSerialGC\n-Xmx1g\n-Da=*\n-Db=c\n-jar\n" + jar + "\nrun");
    }

    @Test
    void makes_a_relative_home_absolute() {
        Script.Ended ended =
                launcher().with("NIGHTFILL_HOME", "here").from(place).run();
        assertThat(ended.out()).contains("home " + place.resolve("here") + ",");
    }

    @Test
    void says_in_one_line_that_java_is_missing() {
        Script.Ended ended = launcher().with("JAVA_HOME", place.resolve("none")).run();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("nightfill: cannot run " + place.resolve("none/bin/java")
                        + "; install Java 17 or later, or set JAVA_HOME to it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.2", "16", "08", "016.0.1"})
    void says_in_one_line_that_java_is_too_old(String version) {
        Script.Ended ended = launcher().with("FAKE_VERSION", version).run();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1).contains("too old; install Java 17 or later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.15", "25-ea", "017"})
    void takes_java_17_and_later(String version) {
        assertThat(launcher().with("FAKE_VERSION", version).run().exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jobs/nightfill.jar", "jobs/nightfill-2.1.0.jar", "lib/nightfill.jar", "lib/nightfill-2.1.0.jar"
            })
    void installed_without_sources_it_starts_the_jar_beside_it(String name) {
        Path installed = place.resolve("opt/nightfill");
        Path launcher = Script.copy("jobs/nightfill", installed.resolve("jobs/nightfill"));
        Path installedJar = Script.write(installed.resolve(name), "");
        Script.Ended ended = fake.start(launcher).run();
        assertThat(ended.out()).endsWith("-jar\n" + installedJar);
        assertThat(installed.resolve("target")).doesNotExist();
    }

    @Test
    void installed_without_a_jar_it_says_so_in_one_line() {
        Path launcher = Script.copy("jobs/nightfill", place.resolve("opt/jobs/nightfill"));
        Script.Ended ended = fake.start(launcher).run();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).hasLineCount(1).startsWith("nightfill: there is no nightfill.jar in ");
    }

    @Test
    void starts_the_jar_that_it_is_told_to_and_builds_none() {
        Path other = Script.write(place.resolve("other.jar"), "");
        assertThat(launcher().with("NIGHTFILL_JAR", other).run().out()).endsWith("-jar\n" + other);
        Script.Ended ended = launcher().with("NIGHTFILL_JAR", "no.jar").run();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("nightfill: cannot read no.jar, which NIGHTFILL_JAR names");
        assertThat(jar).doesNotExist();
    }

    private Script launcher(String... arguments) {
        return fake.start(fake.launcher(), arguments);
    }

    private List<String> builds() {
        return Script.read(project.resolve("builds")).lines().toList();
    }
}
