package nightfill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How little the units may do, as systemd itself counts it, and what they must still be able to do. */
class SystemdUnitsTest {

    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for \\S+: ([\\d.]+)");

    /** 0 is nothing and 10 everything; 2.0 to 4.9 would be medium. What systemd does not know, it says on standard error. */
    @ParameterizedTest
    @ValueSource(strings = {"nightfill.service", "nightfill-console.service", "nightfill-wake@.service"})
    void a_unit_is_exposed_below_2(String name) {
        assertThat(ANALYZE).as("install Debian's systemd; it need not run").isExecutable();
        Path unit = Path.of("jobs/systemd", name).toAbsolutePath();
        Script.Ended ended = new Script(ANALYZE, "security", "--offline=true", "--no-pager", unit.toString()).run();
        Matcher exposure = EXPOSURE.matcher(ended.out());
        assertThat(ended.err()).isEmpty();
        assertThat(exposure.find()).as(ended.out()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).as(ended.out()).isLessThan(2.0);
    }

    /** The units say why; the embedded database is reached by a Unix socket, and all else by IP. */
    @ParameterizedTest
    @ValueSource(strings = {"nightfill.service", "nightfill-console.service", "nightfill-wake@.service"})
    void a_unit_may_do_what_its_programs_need(String name) {
        assertThat(lines(name))
                .contains("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "SystemCallErrorNumber=EPERM")
                .noneMatch(line -> line.matches("(MemoryDenyWriteExecute|ProtectProc|ProcSubset|PrivateUsers|RemoveIPC"
                        + "|PrivateIPC|PrivateNetwork|IPAddressDeny|DynamicUser|RootDirectory|RootImage)=.*"));
    }

    private static List<String> lines(String name) {
        return Script.read(Path.of("jobs/systemd", name)).lines().toList();
    }
}
