package nightfill.adapter.postgres.night;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.adapter.postgres.server.TwinOf;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.night.Night;
import nightfill.domain.night.NightState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule of the night, and the SQL that carries it out for all rows at once, name each other. */
class TwinsTest {

    private static final String ADAPTER = "nightfill.adapter.postgres";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String QUOTED = "['\"]%s['\"]";
    private static final Pattern TWIN = Pattern.compile("SQL twin: \\{@code (\\w+)}");

    /** What works on the state of a night; the night itself only calls the others. */
    static Stream<Class<?>> rules() {
        return classes(Night.class.getPackageName())
                .filter(Class::isRecord)
                .filter(not(Night.class::equals))
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getType().equals(NightState.class)));
    }

    static Stream<Class<?>> twins() {
        return classes(ADAPTER).filter(type -> type.isAnnotationPresent(TwinOf.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_names_its_sql_twin_which_names_the_rule(Class<?> rule) throws Exception {
        assertThat(source(rule)).containsPattern(TWIN);
        String twin =
                TWIN.matcher(source(rule)).results().findFirst().orElseThrow().group(1);
        assertThat(twins().filter(
                                type -> type.getAnnotation(TwinOf.class).value().equals(rule)))
                .extracting(Class::getSimpleName)
                .containsExactly(twin);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void every_sql_twin_names_a_rule_which_names_the_twin(Class<?> twin) throws IOException {
        Class<?> rule = twin.getAnnotation(TwinOf.class).value();
        assertThat(rule.getPackageName()).startsWith("nightfill.domain.");
        assertThat(source(rule)).contains("SQL twin: {@code %s}".formatted(twin.getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void twins_reject_for_the_same_reasons(Class<?> twin) throws IOException {
        Class<?> rule = twin.getAnnotation(TwinOf.class).value();
        assertThat(reasons(QUOTED, source(twin))).isEqualTo(reasons("RejectReason[.]%s\\b", source(rule)));
    }

    @Test
    void all_that_rejects_for_a_reason_of_the_night_is_a_twin() throws IOException {
        Set<String> rejecting = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        for (Class<?> type : classes(ADAPTER).toList()) {
            Set<String> reasons = reasons(QUOTED, source(type));
            if (source(type).contains("into reject") && !reasons.isEmpty()) {
                rejecting.add(type.getName());
                used.addAll(reasons);
            }
        }
        assertThat(twins().map(Class::getName)).containsAll(rejecting);
        assertThat(used).containsExactlyInAnyOrderElementsOf(nightReasons().toList());
    }

    private static Set<String> reasons(String shape, String source) {
        return nightReasons()
                .filter(reason ->
                        Pattern.compile(shape.formatted(reason)).matcher(source).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that need more than the row itself. */
    private static Stream<String> nightReasons() {
        return Arrays.stream(RejectReason.values())
                .filter(reason -> reason.compareTo(RejectReason.DATE) > 0)
                .map(RejectReason::name);
    }

    private static String source(Class<?> type) throws IOException {
        return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    }

    private static Stream<Class<?>> classes(String packageName) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(packageName).stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::reflect);
    }
}
