package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.domain.words.Visible;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever files and directories are called, each command shows their names as text, and on one line. */
class HostileNamesIT extends InstalledNightfill {

    /** Lines of their own, a screen that is cleared, texts turned round, letters that do not show. */
    static final List<String> NAMES = List.of(
            "a\nforged: \u001B[2J\u001B[1;1Hb\u009B2J",
            "a\rforged: b\u0085forged: c\u2028forged: d",
            "a\u202Evsc.b\u2066c\u200Bd\uFEFFe\uDB40\uDC41");

    @ParameterizedTest
    @FieldSource("NAMES")
    void in_input(String name) throws IOException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.write(FRIDAY, name + ".txt", "");
        Ended night = shown(nightfill.run(FRIDAY).with(0));
        assertThat(night.out()).contains("warning: " + Visible.shown(name) + ".txt is not a feed and was ignored");

        nightfill.arriveSmall(SATURDAY);
        nightfill.write(SATURDAY, "dispatches (%s conflict).csv".formatted(name), "");
        assertThat(shown(nightfill.run(SATURDAY)).with(3).error())
                .contains("\"dispatches (%s conflict).csv\"".formatted(Visible.shown(name)));
        nightfill.write(SATURDAY, ".order_lines.csv." + name, "");
        assertThat(shown(nightfill.run(SATURDAY)).with(7).error())
                .contains("\".order_lines.csv.%s\"".formatted(Visible.shown(name)));

        Path elsewhere = Files.createDirectories(root.resolve(name));
        shown(nightfill.nightfill("run", "--date", SATURDAY, "--input", elsewhere.toString()))
                .with(7);
        shown(nightfill.nightfill("run", "--date", SATURDAY, "--pending", "--input", elsewhere.toString()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void in_output_and_in_a_publish_directory(String name) throws IOException {
        nightfill.arriveSmall(FRIDAY);
        Path output = Files.createDirectories(root.resolve("out " + name));
        Path published = Files.createDirectories(root.resolve("published " + name));
        String[] places = {"--output", output.toString(), "--publish", published.toString()};
        shown(nightfill.run(FRIDAY, places)).with(0);

        Files.writeString(published.resolve(name), "");
        Files.createDirectories(published.resolve("x" + name));
        Files.writeString(published.resolve("2026-11-20/run-1").resolve(name), "");
        shown(nightfill.nightfill("verify", published.toString()));
        shown(nightfill.nightfill("publish", published.toString(), "--output", output.toString()));
        shown(nightfill.nightfill(
                "publish", published.toString(), "--output", output.toString(), "--prune", "--max-delete", "100%"));

        Files.writeString(output.resolve("2026-11-20/run-1").resolve(name), "");
        Files.writeString(output.resolve(name), "");
        shown(nightfill.run(FRIDAY, places));
        nightfill.arriveSmall(SATURDAY);
        shown(nightfill.run(SATURDAY, places));
        shown(nightfill.nightfill("replay", "--date", FRIDAY, "--output", output.toString()));
        shown(nightfill.nightfill("publish", published.toString(), "--forget"));
        shown(nightfill.nightfill("verify", root.resolve("nowhere " + name).toString()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void in_the_manifest_that_is_verified(String name) throws IOException {
        Path listed = Files.createDirectories(root.resolve("listed"));
        Files.writeString(listed.resolve("MANIFEST.sha256"), "0".repeat(64) + "  " + name + "\n");
        shown(nightfill.nightfill("verify", listed.toString())).with(8);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void on_either_side_of_a_sync(String name) throws IOException {
        Path source = Files.createDirectories(root.resolve("from " + name).resolve(name));
        Path destination = Files.createDirectories(root.resolve("to " + name));
        Files.writeString(source.resolve("moved " + name), "moved");
        Files.writeString(source.resolve("copied " + name), "copied");
        Files.createSymbolicLink(source.resolve("link " + name), source);
        Files.writeString(destination.resolve("there " + name), "moved");
        Files.writeString(destination.resolve("deleted " + name), "deleted");
        Path record = root.resolve("record.json");
        String[] sync = {
            "sync",
            root.resolve("from " + name).toString(),
            destination.toString(),
            "--max-delete",
            "100%",
            "--manifest",
            record.toString()
        };

        assertThat(shown(nightfill.nightfill(append(sync, "--dry-run"))).with(0).out())
                .contains("COPY", "MOVE", "DELETE", "skipped: ");
        shown(nightfill.nightfill(sync)).with(0);

        String json = Files.readString(record);
        assertThat(Visible.unhidden(json)).isEqualTo(json);
        JsonNode told = JsonMapper.shared().readTree(json);
        assertThat(told.path("source").asString()).endsWith("from " + name);
        assertThat(told.path("actions").findValuesAsString("path")).contains(name + "/copied " + name);
        assertThat(destination.resolve(name).resolve("copied " + name)).exists();

        Files.writeString(destination.resolve("in the way " + name), "");
        shown(nightfill.nightfill("sync", source.resolve("copied " + name).toString(), destination.toString()));
        shown(nightfill.nightfill(
                "sync",
                source.toString(),
                destination.resolve("in the way " + name).toString()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void in_what_is_typed(String name) {
        shown(nightfill.nightfill("run", "--date", name, "--input", name));
        shown(nightfill.nightfill("trace", name));
        shown(nightfill.nightfill("status", "--date", name));
        shown(nightfill.nightfill("abandon", name));
        shown(nightfill.nightfill("stop", name));
        shown(nightfill.nightfill("account", "invite", name, "--role", name));
        shown(nightfill.nightfill("purge", "--older-than", name));
        shown(nightfill.nightfill("--" + name));
        shown(nightfill.nightfill(name));
        shown(nightfill.nightfill(
                "generate",
                "--date",
                FRIDAY,
                "--lines",
                "1",
                root.resolve("made " + name).toString()));
        shown(nightfill.nightfill(
                "generate",
                "--date",
                FRIDAY,
                "--lines",
                "1",
                root.resolve("made " + name).toString()));
        shown(nightfill.nightfill("stop", "--note", name));
        shown(nightfill.nightfill("audit-log", "--last", "100"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void in_the_list_of_executions(String name) throws IOException {
        Path input = Files.createDirectories(root.resolve("in " + name));
        nightfill.arriveSmall(FRIDAY);
        Files.move(nightfill.input().resolve(FRIDAY), input.resolve(FRIDAY));
        Files.writeString(input.resolve(FRIDAY).resolve("order_lines.csv"), "orderid,sku,qty\nO1,CHAIR,1,1\n");
        shown(nightfill.nightfill("run", "--date", FRIDAY, "--input", input.toString(), "--max-rejects", "0"))
                .with(3);
        Files.writeString(input.resolve(FRIDAY).resolve("order_lines.csv"), "\"" + name + "\"\n");
        shown(nightfill.nightfill("run", "--date", FRIDAY, "--input", input.toString()))
                .with(3);

        shown(nightfill.nightfill("status"));
        Ended listed = shown(nightfill.nightfill("status", "--json")).with(0);
        assertThat(JsonMapper.shared().readTree(listed.out()).size()).isPositive();
    }

    @Test
    void names_that_are_not_text() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Path published = Files.createDirectories(root.resolve("published"));
        shown(nightfill.run(FRIDAY, "--publish", published.toString())).with(0);
        for (Path place :
                List.of(nightfill.input().resolve(FRIDAY), published, published.resolve("2026-11-20/run-1"))) {
            new ProcessBuilder("bash", "-c", "touch \"$0\"/$'bad\\xff\\n.txt'", place.toString())
                    .start()
                    .waitFor();
        }
        shown(nightfill.run(FRIDAY, "--correction", "--publish", published.toString()));
        shown(nightfill.nightfill("verify", published.toString())).with(8);
        shown(nightfill.nightfill("publish", published.toString(), "--prune", "--max-delete", "100%"));
        shown(nightfill.nightfill(
                "sync", nightfill.input().toString(), root.resolve("copy").toString()));
    }

    private static String[] append(String[] words, String more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = more;
        return all;
    }

    /** Requires that nothing moves a cursor, hides, or makes a line of its own. */
    private static Ended shown(Ended ended) {
        for (String said : List.of(ended.out(), ended.err())) {
            assertThat(Visible.unhidden(said)).isEqualTo(said);
            assertThat(said.lines()).noneMatch(line -> line.startsWith("forged"));
        }
        assertThat(ended.err()).doesNotContain("unexpected");
        return ended;
    }
}
