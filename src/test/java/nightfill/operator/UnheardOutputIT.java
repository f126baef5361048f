package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.adapter.cli.NightfillCommand;
import nightfill.harness.Child;
import nightfill.harness.HeldTable;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** A command whose output nobody got, for a full disk or a closed pipe, has failed, whatever it did. */
class UnheardOutputIT extends InstalledNightfill {

    private static final String TOLD = "standard output cannot be written to";

    private final Set<String> tried = new TreeSet<>();

    @Test
    void every_command_fails_whose_output_cannot_be_written() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        nightfill.arriveMixed(SATURDAY);
        String reports = nightfill.reports("").toString();

        tryOut(nightfill.runOf(FRIDAY));
        assertThat(manifest(FRIDAY + "/run-1")).isEqualTo(undisturbedManifest());
        nightfill.run(FRIDAY).with(0);
        tryOut(nightfill.runOf(FRIDAY));
        tryOut("status");
        tryOut("status", "--json");
        tryOut("trace", "O20261120");
        tryOut("audit");
        tryOut("audit-log");
        tryOut("audit-log", "--verify");
        tryOut("replay", "--date", FRIDAY);
        tryOut("publish", root.resolve("published").toString());
        tryOut("publish", root.resolve("published").toString(), "--prune", "--max-delete", "100%");
        tryOut("publish", root.resolve("published").toString(), "--forget");
        tryOut("verify", reports);
        tryOut("sync", reports, root.resolve("copy").toString());
        tryOut("sync", reports, root.resolve("copy").toString(), "--dry-run");
        tryOut("purge", "--older-than", "400d");
        tryOut(
                "generate",
                "--date",
                FRIDAY,
                "--lines",
                "10",
                root.resolve("made").toString());
        tryOut("generate-completion");
        tryOut("account", "add", "anna", "--role", "admin");
        nightfill.nightfill("account", "add", "berta", "--role", "admin").with(0);
        for (String act : List.of("list", "reset anna", "disable anna", "enable anna")) {
            tryOut(("account " + act).split(" "));
        }
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(SATURDAY)) {
            held.awaitNight();
            tryOut("stop");
            held.release();
            night.await().with(6);
        }
        tryOut("abandon");
        tryOut("console", "--port", "0");

        assertThat(tried).isEqualTo(commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "run --help", "account add --help"})
    void help_that_cannot_be_written_fails_too_and_leaves_no_file(String line) {
        assertThat(nightfill.unheard(line.split(" ")).with(1).error()).contains(TOLD);
        assertThat(nightfill.home()).doesNotExist();
    }

    @Test
    void what_is_wrong_otherwise_keeps_its_exit_code() {
        assertThat(nightfill.unheard("nonsense").with(2).error()).contains("nonsense");
        assertThat(nightfill.unheard(nightfill.runOf(SUNDAY)).with(7).error()).contains("is not there yet");
        assertThat(nightfill
                        .unheard("verify", nightfill.home().toString())
                        .with(8)
                        .error())
                .contains("nothing proves it");
    }

    private void tryOut(String... line) {
        assertThat(nightfill.unheard(line).with(1).error())
                .as(String.join(" ", line))
                .contains(line[0].equals("console") ? "standard output, where" : TOLD);
        tried.add(line[0]);
    }

    private static Set<String> commands() {
        return Stream.of(NightfillCommand.class.getAnnotation(Command.class).subcommands())
                .map(command -> command.getAnnotation(Command.class).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
