package nightfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.domain.allocation.Parts;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.run.Purchasing;
import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.domain.shrinkage.ShrinkLimits.Floored;
import nightfill.domain.words.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void without_any_the_defaults_hold() {
        Settings settings = Settings.from(Map.of());
        assertThat(settings.home()).isAbsolute().hasFileName("var");
        assertThat(settings.output()).isEqualTo(settings.home().resolve("reports"));
        assertThat(settings.zone()).isEqualTo(ZoneId.systemDefault());
        assertThat(settings.server().named()).isEmpty();
        assertThat(settings.cut()).isEqualTo(new Cut(ChunkSize.DEFAULT, Parts.ONE));
    }

    @Test
    void each_can_be_set() {
        Settings settings = Settings.from(Map.of(
                "NIGHTFILL_HOME", "/srv/nightfill/../night",
                "NIGHTFILL_OUTPUT", "/srv/reports",
                "NIGHTFILL_ZONE", "Europe/Berlin",
                "NIGHTFILL_DB_URL", "jdbc:postgresql://db/night",
                "NIGHTFILL_DB_USER", "shop",
                "NIGHTFILL_DB_PASSWORD", " se cret ",
                "NIGHTFILL_CHUNK_SIZE", "7",
                "NIGHTFILL_PARTS", "64"));
        assertThat(settings.home()).isEqualTo(Path.of("/srv/night"));
        assertThat(settings.output()).isEqualTo(Path.of("/srv/reports"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.server().named())
                .hasValue(new ConnectionSettings("jdbc:postgresql://db/night", "shop", " se cret "));
        assertThat(settings.cut()).isEqualTo(new Cut(new ChunkSize(7), Parts.of(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIGHTFILL_HOME",
                "NIGHTFILL_OUTPUT",
                "NIGHTFILL_ZONE",
                "NIGHTFILL_DB_URL",
                "NIGHTFILL_CHUNK_SIZE",
                "NIGHTFILL_PARTS",
                "NIGHTFILL_INPUT_ROOTS",
                "NIGHTFILL_RELEASE_LIMIT"
            })
    void a_blank_one_counts_as_not_set(String name) {
        assertThat(Settings.from(Map.of(name, " "))).isEqualTo(Settings.from(Map.of()));
        assertThat(Settings.from(Map.of(name, ""))).isEqualTo(Settings.from(Map.of()));
    }

    @Test
    void reports_go_below_a_home_that_is_set() {
        assertThat(Settings.from(Map.of("NIGHTFILL_HOME", "/srv/night")).output())
                .isEqualTo(Path.of("/srv/night/reports"));
    }

    @Test
    void a_server_needs_no_more_than_a_url() {
        assertThat(Settings.from(Map.of("NIGHTFILL_DB_URL", "jdbc:postgresql:night"))
                        .server()
                        .named())
                .hasValue(new ConnectionSettings("jdbc:postgresql:night", "nightfill", ""));
    }

    @Test
    void user_and_password_alone_name_no_server() {
        assertThat(Settings.from(Map.of("NIGHTFILL_DB_USER", "shop", "NIGHTFILL_DB_PASSWORD", "secret"))
                        .server()
                        .named())
                .isEmpty();
    }

    @Test
    void a_database_is_waited_for_as_long_as_is_said_or_half_a_minute() {
        assertThat(Settings.from(Map.of("NIGHTFILL_DB_WAIT", "0")).server().patience())
                .isZero();
        assertThat(Settings.from(Map.of()).server().patience()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void how_much_feeds_may_take_away_is_a_share_and_from_where_on_it_counts() {
        assertThat(Settings.from(Map.of()).feeds().shrinkLimits()).isEqualTo(ShrinkLimits.DEFAULT);
        assertThat(Settings.from(Map.of(
                                "NIGHTFILL_RELEASE_LIMIT", "100%,100",
                                "NIGHTFILL_ARRIVAL_LIMIT", "5%,0",
                                "NIGHTFILL_LACK_LIMIT", "7%,8",
                                "NIGHTFILL_ROWS_LIMIT", "0%,20"))
                        .feeds()
                        .shrinkLimits())
                .isEqualTo(new ShrinkLimits(
                        new Floored(Share.percent(100), 100),
                        new Floored(Share.percent(5), 0),
                        new Floored(Share.percent(7), 8),
                        new Floored(Share.percent(0), 20)));
    }

    @Test
    void purchasing_sends_changes_unless_it_is_said_to_list_all_batches() {
        assertThat(Settings.from(Map.of()).feeds().purchasing())
                .isEqualTo(Settings.from(Map.of("NIGHTFILL_BATCHES", "changes"))
                        .feeds()
                        .purchasing())
                .isEqualTo(Purchasing.USUAL)
                .isEqualTo(new Purchasing(BatchFeed.CHANGES, 30));
        assertThat(Settings.from(Map.of("NIGHTFILL_BATCHES", "snapshot", "NIGHTFILL_SILENT", "0"))
                        .feeds()
                        .purchasing())
                .isEqualTo(new Purchasing(BatchFeed.SNAPSHOT, 0));
    }

    @Test
    void links_in_input_may_lead_to_several_places_or_none() {
        assertThat(Settings.from(Map.of()).feeds().inputRoots()).isEmpty();
        assertThat(Settings.from(Map.of("NIGHTFILL_INPUT_ROOTS", "/srv/shop:/mnt/p s"))
                        .feeds()
                        .inputRoots())
                .containsExactly(Path.of("/srv/shop"), Path.of("/mnt/p s"));
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "5000", "999999"})
    void a_chunk_has_1_to_999999_rows(int rows) {
        assertThat(Settings.from(Map.of("NIGHTFILL_CHUNK_SIZE", Integer.toString(rows)))
                        .cut()
                        .chunkSize()
                        .rows())
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIGHTFILL_BATCHES    | Snapshot          | changes or snapshot
            NIGHTFILL_BATCHES    | all               | changes or snapshot
            NIGHTFILL_SILENT     | -1                | a number of nights from 0 to 9999
            NIGHTFILL_SILENT     | a month           | a number of nights from 0 to 9999
            NIGHTFILL_SILENT     | 10000             | a number of nights from 0 to 9999
            NIGHTFILL_LACK_LIMIT | all               | a percentage and a number such as 25%,50
            NIGHTFILL_ZONE       | Mars/Olympus      | a time zone such as Europe/Berlin
            NIGHTFILL_ZONE       | +25               | a time zone such as Europe/Berlin
            NIGHTFILL_DB_WAIT    | 1 minute          | a number of seconds from 0 to 99999
            NIGHTFILL_RELEASE_LIMIT | 101%,100       | a percentage and a number such as 25%,100
            NIGHTFILL_RELEASE_LIMIT | 25%            | a percentage and a number such as 25%,100
            NIGHTFILL_ARRIVAL_LIMIT | -1%,50         | a percentage and a number such as 25%,50
            NIGHTFILL_ROWS_LIMIT | 10%, 1000         | a percentage and a number such as 10%,1000
            NIGHTFILL_CHUNK_SIZE | 0                 | a number from 1 to 999999
            NIGHTFILL_CHUNK_SIZE | -1                | a number from 1 to 999999
            NIGHTFILL_CHUNK_SIZE | 07                | a number from 1 to 999999
            NIGHTFILL_CHUNK_SIZE | 1e3               | a number from 1 to 999999
            NIGHTFILL_CHUNK_SIZE | 1000000           | a number from 1 to 999999
            NIGHTFILL_INPUT_ROOTS | shop             | a list of absolute paths such as /srv/shop:/mnt/purchasing
            NIGHTFILL_INPUT_ROOTS | /srv/shop:       | a list of absolute paths such as /srv/shop:/mnt/purchasing
            NIGHTFILL_INPUT_ROOTS | :                | a list of absolute paths such as /srv/shop:/mnt/purchasing
            NIGHTFILL_INPUT_ROOTS | /srv/shop:../mnt | a list of absolute paths such as /srv/shop:/mnt/purchasing
            NIGHTFILL_CHUNK_SIZE | seven             | a number from 1 to 999999
            NIGHTFILL_PARTS      | 0                 | a number from 1 to 64
            NIGHTFILL_PARTS      | 65                | a number from 1 to 64
            NIGHTFILL_PARTS      | 100               | a number from 1 to 64
            NIGHTFILL_PARTS      | 08                | a number from 1 to 64
            NIGHTFILL_PARTS      | all               | a number from 1 to 64
            """)
    void a_wrong_one_stops_the_start_with_one_readable_line(String name, String value, String expected) {
        assertWrong(name, value, "%s is %s, which is not %s".formatted(name, value, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "db/night",
                "mysql://shop:secret@db/night",
                "postgresql://shop:secret@db/night",
                "JDBC:postgresql://db/night?password=secret",
                "jdbc:postgres://db/night?password=secret",
                "jdbc:postgresql//db/night?password=secret",
                "jdbc:postgresql://shop:secret@db/night",
                "jdbc:postgresql://shop%3Asecret%40db/night",
                "jdbc:postgresql://secret@db/night",
                "jdbc:postgresql://db:secret/night",
                "jdbc:postgresql://db:5432:secret/night",
                "jdbc:postgresql://db,secret@db2/night",
                "jdbc:postgresql://db/night;password=secret",
                "jdbc:postgresql://db/night&password=secret",
                "jdbc:postgresql://db/night#password=secret",
                "jdbc:postgresql://db/night password=secret",
                "jdbc:postgresql://db/night%3Fpassword%3Dsecret",
                "jdbc:postgresql://db/shop:secret@night",
                "jdbc:postgresql:night;password=secret",
                "jdbc:postgresql:shop/secret@night",
                "jdbc:postgresql://db/secret:night",
                "jdbc:postgresql://shop!secret!db/night",
                "jdbc:postgresql://shop:secret:5432/night",
                "jdbc:postgresql://shop|secret/night",
                "jdbc:postgresql://secret@db/night?PGHOST=db",
                "jdbc:postgresql://,/secret",
                "jdbc:postgresql://db/night?sslmode=require;password=secret",
                "jdbc:postgresql://db/night?sslmode=require%3Bpassword=secret",
                "jdbc:postgresql://db/night?sslmode=disable?password=secret",
                "jdbc:postgresql://db/night?connectTimeout=5;password=secret",
                "jdbc:postgresql://db/night?sslmode=require,Password=secret",
                "jdbc:postgresql://db/night?sslmode=require password: secret"
            })
    void a_password_in_a_url_is_never_shown_however_it_is_put_there(String url) {
        assertThatThrownBy(() -> Settings.from(Map.of("NIGHTFILL_DB_URL", url)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.USAGE))
                .hasMessageContaining("NIGHTFILL_DB_URL")
                .hasMessageNotContaining("secret");
    }

    /** By itself the platform's log is standard error. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://shop:secret@db/night",
                "jdbc:postgresql://shop:secret@db",
                "jdbc:postgresql://db/night/secret",
                "jdbc:postgresql://db/night?service=secret",
                "jdbc:postgresql://db/night?password=%secret"
            })
    void nor_does_the_driver_log_a_url(String url) {
        List<LogRecord> logged = new ArrayList<>();
        Logger everything = Logger.getLogger("");
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord logRecord) {
                logged.add(logRecord);
            }
        };
        everything.addHandler(handler);
        try {
            assertThatThrownBy(() -> Settings.from(Map.of("NIGHTFILL_DB_URL", url)));
            assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
        } finally {
            everything.removeHandler(handler);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:night",
                "jdbc:postgresql:",
                "jdbc:postgresql://db/",
                "jdbc:postgresql:///night",
                "jdbc:postgresql://db.example.com:5433/night?sslmode=verify-full&password=secret",
                "jdbc:postgresql://db1:5432,db2/night?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/night",
                "jdbc:postgresql://[fe80::1%eth0]/night",
                "jdbc:postgresql://db/n%C3%A4cht.lich-1?user=a:b@c",
                "jdbc:postgresql://db/night?password=a;secret?b&sslpassword=;password=secret",
                "jdbc:postgresql://:5432/night?sslpasswordcallback=com.example.Password&requireAuth=password,!md5",
                "jdbc:postgresql://db_1/night?options=-c%20statement_timeout=90s&sslkey=/run/password/key.pk8"
            })
    void a_url_is_as_the_driver_has_it_and_shown_without_parameters(String url) {
        assertThat(Settings.from(Map.of("NIGHTFILL_DB_URL", url)).server().named())
                .hasValueSatisfying(server -> assertThat(server.place())
                        .startsWith("jdbc:postgresql:")
                        .doesNotContain("?", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIGHTFILL_HOME", "NIGHTFILL_OUTPUT"})
    void a_path_holds_no_nul(String name) {
        assertWrong(name, "a\0b", name + " is a\u2400b, which is not a path");
    }

    private static void assertWrong(String name, String value, String message) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.USAGE))
                .hasMessage(message);
    }
}
