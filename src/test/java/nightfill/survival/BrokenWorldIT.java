package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.Test;

/** Where the world is broken, one line says what, where and what to do, and the log file has the rest. */
class BrokenWorldIT extends InstalledNightfill {

    @Test
    void a_database_that_cannot_be_reached_is_told_in_one_line() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.with("NIGHTFILL_DB_URL", "jdbc:postgresql://localhost:1/none?password=secret");
        nightfill.with("NIGHTFILL_DB_WAIT", 0);

        try (Child night = nightfill.startRun(FRIDAY)) {
            Ended ended = night.await().with(1);
            assertThat(ended.error())
                    .contains("jdbc:postgresql://localhost:1/none", "refused", "NIGHTFILL_DB_URL")
                    .doesNotContain("secret");
            assertThat(ended.err().lines()).hasSize(1);
            assertThat(ended.out()).isEmpty();
        }
        assertThat(Files.readString(nightfill.home().resolve("logs/nightfill.log")))
                .contains("ConnectException", "\tat ");
    }

    @Test
    void a_password_that_is_wrong_is_told_in_one_line() {
        Ended ended = nightfill
                .with("NIGHTFILL_DB_PASSWORD", "wrong")
                .nightfill("status")
                .with(3);

        assertThat(ended.error()).contains("password", "NIGHTFILL_DB_URL").doesNotContain("wrong;");
    }

    @Test
    void a_home_that_cannot_be_written_is_told_in_one_line() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Files.createFile(nightfill.home());

        assertThat(nightfill
                        .run(FRIDAY, "--output", root.resolve("reports").toString())
                        .with(1)
                        .error())
                .contains(nightfill.home().toString());
    }

    @Test
    void without_a_server_a_home_that_cannot_be_written_is_told_in_one_line() throws Exception {
        Installation own = new Installation(root);
        Files.createFile(own.home());

        assertThat(own.nightfill("status").with(1).error()).contains(own.home().toString(), "NIGHTFILL_HOME");
    }

    @Test
    void an_output_that_cannot_be_written_is_told_in_one_line() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Path output = Files.createFile(root.resolve("output"));

        assertThat(nightfill.run(FRIDAY, "--output", output.toString()).with(1).error())
                .contains(output.toString(), "try again");
        nightfill.run(FRIDAY).with(0);
    }

    @Test
    void a_place_for_reports_that_is_taken_is_told_in_one_line() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Files.createDirectories(nightfill.home().resolve("reports"));
        Path taken = Files.createFile(nightfill.reports(FRIDAY));

        assertThat(nightfill.run(FRIDAY).with(1).error()).contains(taken.toString(), "run");

        Files.delete(taken);
        nightfill.run(FRIDAY).with(0);
    }
}
