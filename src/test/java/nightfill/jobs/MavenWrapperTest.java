package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MavenWrapperTest {

    private final Path place;
    private final Path archive;

    MavenWrapperTest(@TempDir Path place) throws IOException, GeneralSecurityException {
        this.place = place;
        Matched pinned = Matched.in(Script.read(Path.of("mvnw")));
        String maven = "apache-maven-" + pinned.version();
        Script.write(place.resolve(maven + "/bin/mvn"), "#!/bin/sh\necho fetched \"$@\"\n");
        archive =
                place.resolve("mirror/org/apache/maven/apache-maven/" + pinned.version() + "/" + maven + "-bin.tar.gz");
        Files.createDirectories(archive.resolveSibling(""));
        new Script(Path.of("/bin/tar"), "-czf", archive.toString(), maven)
                .from(place)
                .run();
        Script.write(place.resolve("mvnw"), Script.read(Path.of("mvnw")).replace(pinned.sha512(), sha512(archive)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.7", "3.9.11", "3.10.0"})
    void takes_a_suitable_maven_of_the_path(String version) {
        assertThat(wrapper(version).run().out()).isEqualTo("of the path -Dstyle.color=never verify");
        assertThat(place.resolve("m2")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.9", "3.6.3", "4.0.0", "none"})
    void fetches_the_pinned_maven_where_there_is_no_suitable_one(String version) {
        Script.Ended ended = wrapper(version).run();
        assertThat(ended.out()).isEqualTo("fetched -Dstyle.color=never verify");
        assertThat(ended.err()).startsWith("mvnw: fetching Maven ").hasLineCount(1);
    }

    @Test
    void fetches_only_once() throws IOException {
        wrapper("none").run();
        Files.delete(archive);
        Script.Ended ended = wrapper("none").run();
        assertThat(ended.out()).startsWith("fetched");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void refuses_an_archive_with_another_checksum_and_leaves_nothing() throws IOException {
        Files.writeString(archive, "something else");
        Script.Ended ended = wrapper("none").run();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).endsWith("does not have the expected SHA-512; nothing was installed");
        assertThat(installed()).isEmpty();
    }

    @Test
    void says_what_to_do_when_the_archive_cannot_be_fetched() throws IOException {
        Files.delete(archive);
        Script.Ended ended = wrapper("none").run();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).endsWith("install Maven 3.8 or later, or set MVNW_REPOURL");
        assertThat(installed()).isEmpty();
    }

    @Test
    void several_at_once_install_one() throws IOException {
        Script wrapper = wrapper("none");
        List<Script.Running> running = Stream.generate(wrapper::start).limit(4).toList();
        assertThat(running).allSatisfy(one -> assertThat(one.end().out()).startsWith("fetched"));
        assertThat(installed()).hasSize(1);
    }

    private Script wrapper(String versionOnPath) {
        Script.write(place.resolve("path/mvn"), """
                #!/bin/sh
                if [ "$1" = --version ]; then echo "Apache Maven %s (abc)"; else echo of the path "$@"; fi
                """.formatted(versionOnPath));
        return new Script(place.resolve("mvnw"), "verify")
                .with("PATH", place.resolve("path") + ":/usr/bin:/bin")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("MAVEN_USER_HOME", place.resolve("m2"))
                .with("MVNW_REPOURL", place.resolve("mirror").toUri());
    }

    private List<String> installed() throws IOException {
        try (Stream<Path> files = Files.find(place.resolve("m2"), 4, (file, attributes) -> depth(file) == 4)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private int depth(Path file) {
        return place.resolve("m2").relativize(file).getNameCount();
    }

    private static String sha512(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
    }

    private record Matched(String version, String sha512) {

        static Matched in(String script) {
            return new Matched(value("version", script), value("sha512", script));
        }

        private static String value(String name, String script) {
            return script.lines()
                    .filter(line -> line.startsWith(name + "="))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 1);
        }
    }
}
