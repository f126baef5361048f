package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** A soak tests all that a build tests, and more, and says how much. */
class SoakTest {

    private static final List<String> CLASSES = List.of("some.KillsIT", "some.OtherIT", "some.ThirdIT");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            count(//groups | //excludes[ancestor::profile] | //excludedGroups[ancestor::profile])      ; 0
            string(//plugin[artifactId='maven-failsafe-plugin']/configuration/excludedGroups)           ; ${test.excluded}
            string(//plugin[artifactId='maven-failsafe-plugin']//*[name()='nightfill.test.soak'])       ; ${test.soak}
            count(//excludedGroups)                                                                     ; 1
            string(/project/properties/test.excluded)                                                   ; soak
            concat('none', //profile[id='soak']/properties/test.excluded)                               ; none
            count(//profile[id='soak']/properties/test.excluded)                                        ; 1
            string(//profile[id='soak']/properties/test.soak)                                           ; true
            """)
    void it_leaves_nothing_out(String inPom, String expected) throws Exception {
        assertThat(evaluate(inPom)).isEqualTo(expected);
    }

    private static String evaluate(String path) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        return evaluate(path, pom);
    }

    private static String evaluate(String path, Document pom) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(path, pom);
    }

    @ParameterizedTest
    @EnumSource
    void it_tests_more_of_everything(Scale scale) {
        assertThat(scale.many()).isGreaterThan(scale.few());
    }

    @Test
    void it_says_how_much_it_tested_and_what_differed(@TempDir Path reports) throws IOException {
        report(reports, "some.KillsIT", "tests='1' errors='1' failures='0' skipped='0' time='61.7'");
        report(reports, "some.OtherIT", "tests='9' errors='0' failures='0' skipped='2' time='4.5'");

        SoakTable table = SoakTable.of(CLASSES, reports, List.of("some.KillsIT\t7 nights, 9 kills"));

        assertThat(table.lines())
                .containsExactly(
                        "soak                      tests  skipped  differences  seconds",
                        "KillsIT                       1        0            1       62  7 nights, 9 kills",
                        "all others                    9        2            0        5  1 test classes",
                        "together                     10        2            1       66  2 of 3 test classes");
        assertThat(table.missing()).containsExactly("some.ThirdIT");
    }

    private static void report(Path reports, String test, String figures) throws IOException {
        Files.writeString(reports.resolve("TEST-" + test + ".xml"), "<testsuite " + figures + "/>");
    }
}
