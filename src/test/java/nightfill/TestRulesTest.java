package nightfill;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.concurrent.TimeUnit;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.platform.commons.annotation.Testable;

/** What every test keeps to. */
@AnalyzeClasses(packagesOf = Nightfill.class, importOptions = OnlyIncludeTests.class)
class TestRulesTest {

    @ArchTest
    static final ArchRule tests_are_named_by_a_sentence = methods()
            .that()
            .areMetaAnnotatedWith(Testable.class)
            .should()
            .haveNameMatching("[a-z][a-z0-9]*(_[a-z0-9]+)+")
            .because("the build log reads as the specification");

    @ArchTest
    static final ArchRule a_test_needs_neither_spring_nor_a_database = noClasses()
            .that()
            .haveSimpleNameEndingWith("Test")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "java.sql..", "org.testcontainers..")
                    .or(simpleName("TestDatabase")))
            .because("what is called Test runs in milliseconds, and what is called IT has a real PostgreSQL");

    @ArchTest
    static final ArchRule no_test_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .because("a pause is too long on a fast machine and too short on a slow one: a condition is awaited");

    @ArchTest
    static final ArchRule no_test_is_switched_off = CompositeArchRule.of(
                    noMethods().should().beAnnotatedWith(Disabled.class))
            .and(noClasses().should().beAnnotatedWith(Disabled.class))
            .because("a test that does not run says nothing, and looks as if it did");

    @ArchTest
    static final ArchRule every_test_is_run = methods()
            .that()
            .areMetaAnnotatedWith(Testable.class)
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Test|IT)")
            .because("the build looks for the tests by these names, and passes over all others");

    @ArchTest
    static final ArchRule a_test_is_in_each_build_or_in_the_soak = CompositeArchRule.of(
                    noClasses().that().areNotAnnotations().should().beMetaAnnotatedWith(Tag.class))
            .and(noMethods()
                    .that()
                    .areNotAnnotatedWith(Soak.class)
                    .should()
                    .beMetaAnnotatedWith(Tag.class)
                    .orShould()
                    .beMetaAnnotatedWith(Tags.class))
            .and(methods()
                    .that()
                    .areAnnotatedWith(Soak.class)
                    .should()
                    .beDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("IT"))
            .because("a third kind would be run by nobody, and only integration tests are left out of a build");
}
