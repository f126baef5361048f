package nightfill;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Formatter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nightfill.adapter.cli.CommandContext;
import nightfill.application.UseCases;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncGuard;
import nightfill.harness.ClassTexts;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. */
@AnalyzeClasses(packagesOf = Nightfill.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "nightfill";
    private static final String PROCESS = "nightfill.process..";
    private static final String DOMAIN = "nightfill.domain..";
    private static final String APPLICATION = "nightfill.application..";
    private static final String ADAPTERS = "nightfill.adapter..";
    private static final String JNA_LOADER = "nightfill.adapter.files.SystemCalls";
    private static final String JOB = "nightfill.adapter.job..";
    private static final String CLI = "nightfill.adapter.cli..";
    private static final String CSV = "nightfill.adapter.csv..";
    private static final String PAGE = "nightfill.adapter.page..";
    private static final String JSON = "nightfill.adapter.json..";
    private static final String VIEW = "nightfill.view..";
    private static final String WEB = "nightfill.adapter.web..";
    private static final String BEARER = "nightfill.adapter.web.bearer..";
    private static final String POSTGRES = "nightfill.adapter.postgres..";
    private static final String SECRET = "nightfill.adapter.secret..";
    private static final String PASSWORD_HASHES = "org.springframework.security.crypto..";
    private static final String LOG = "nightfill.adapter.log..";
    private static final String LAUNCH = "nightfill.adapter.launch..";
    private static final String EMBEDDED = "nightfill.adapter.postgres.embedded..";

    private static final String TYPED = "(?<![\\w-])--[a-z]|NIGHTFILL_|nightfill [a-z]";

    /** Of the values and collections of Java, what answers the same whenever and wherever it is asked. */
    private static final DescribedPredicate<JavaClass> PLAIN_JAVA = resideInAnyPackage(
                    "java.lang", "java.util", "java.util.function", "java.util.stream", "java.time", "java.time.format")
            .and(not(belongToAnyOf(System.class, Runtime.class, Process.class, ProcessBuilder.class, Thread.class)))
            .and(not(belongToAnyOf(Clock.class, UUID.class)))
            .or(resideInAPackage("org.jspecify.annotations"))
            .as("plain Java");

    /** The same bytes have the same hash, wherever they pass, and with the same key. */
    private static final DescribedPredicate<JavaClass> HASHING =
            resideInAPackage("java.security").or(belongToAnyOf(OutputStream.class, Mac.class, SecretKeySpec.class));

    /** The same text has the same normal form, the same bytes, and matches the same patterns. */
    private static final DescribedPredicate<JavaClass> TEXT = belongToAnyOf(
            Normalizer.class, BigInteger.class, Charset.class, StandardCharsets.class, Pattern.class, Matcher.class);

    /** What only looks at a name, which may mean something else at once. */
    private static final Set<String> LOOKS = Set.of(
            "exists",
            "isDirectory",
            "isRegularFile",
            "isSymbolicLink",
            "isReadable",
            "isWritable",
            "isExecutable",
            "isSameFile",
            "size",
            "getAttribute",
            "readAttributes",
            "getOwner",
            "getPosixFilePermissions",
            "getLastModifiedTime",
            "getFileStore",
            "readSymbolicLink");

    /** Who may hand a path to the system, since it cannot lead elsewhere, or leads where somebody said. */
    private static final Set<String> PATHS = Set.of(
            // open directories, what is made of them, and where the library of the descriptors is unpacked
            "nightfill.adapter.files.OpenDirectory",
            "nightfill.adapter.files.Entry",
            "nightfill.adapter.files.Inbox",
            "nightfill.adapter.files.Durable",
            "nightfill.adapter.files.Entries",
            "nightfill.adapter.files.NewFile",
            "nightfill.adapter.files.ContentReader",
            "nightfill.adapter.files.Descriptor",
            "nightfill.adapter.files.SystemCalls",
            "nightfill.adapter.files.WholeFile",
            // what is read or made by a path of an open directory
            "nightfill.adapter.files.FilesystemMetricsFile",
            "nightfill.adapter.files.reports.FilesystemReportFolder",
            "nightfill.adapter.files.reports.ListedFiles",
            "nightfill.adapter.files.reports.FilesystemInstalledFiles",
            "nightfill.adapter.files.sync.FilesystemFileTree",
            "nightfill.adapter.files.sync.LockFile",
            // in the home, which is closed to others
            "nightfill.adapter.files.ClosedHome",
            "nightfill.adapter.files.FilesystemSetupNotice",
            "nightfill.adapter.files.feeds.FilesystemFeedFiles",
            "nightfill.adapter.files.reports.FilesystemAttemptLog$Tail",
            "nightfill.adapter.files.reports.FilesystemLogFiles",
            "nightfill.adapter.files.reports.FilesystemRefusedRows",
            // what the system itself shows, a program's own files, what an operator named
            "nightfill.adapter.files.HomeOwner",
            "nightfill.adapter.files.feeds.FilesystemFeedWriter",
            "nightfill.adapter.launch.ProcessNightStarter",
            "nightfill.adapter.postgres.server.LockOwner",
            "nightfill.adapter.secret.ServerKey");

    private static final List<Class<?>> OPENERS = List.of(
            File.class,
            RandomAccessFile.class,
            FileInputStream.class,
            FileOutputStream.class,
            FileReader.class,
            FileWriter.class,
            ZipFile.class,
            Formatter.class,
            ProcessBuilder.Redirect.class);

    @ArchTest
    static final ArchRule dependencies_point_inwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("Root")
            .definedBy(ROOT, PROCESS)
            .layer("Adapters")
            .definedBy(ADAPTERS)
            .layer("View")
            .definedBy(VIEW)
            .layer("Application")
            .definedBy(APPLICATION)
            .layer("Domain")
            .definedBy(DOMAIN)
            .whereLayer("Root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("Adapters")
            .mayOnlyBeAccessedByLayers("Root")
            .whereLayer("View")
            .mayOnlyBeAccessedByLayers("Adapters")
            .whereLayer("Application")
            .mayOnlyBeAccessedByLayers("Adapters", "Root")
            .whereLayer("Domain")
            .mayOnlyBeAccessedByLayers("Application", "View", "Adapters", "Root")
            .ensureAllClassesAreContainedInArchitecture()
            .because("only the root package knows every concrete class, and the domain knows nobody;"
                    + " a view has a word for each state, and the domain knows which states there are");

    @ArchTest
    static final ArchRule adapters_never_know_each_other = slices().matching("nightfill.adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("nightfill.adapter.files"))
            .because("a technology is replaced by changing its own adapter and the root package;"
                    + " how a file gets on disk, whole and for good, is said once for all of them");

    @ArchTest
    static final ArchRule packages_form_no_cycle = slices().matching("nightfill.(**)")
            .should()
            .beFreeOfCycles()
            .because("what depends on each other cannot be understood one after the other");

    @ArchTest
    static final ArchRule allocation_knows_nothing_of_feeds = classes()
            .that()
            .resideInAPackage("nightfill.domain.allocation")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("nightfill.domain.allocation", "nightfill.domain.words")
                    .or(PLAIN_JAVA))
            .because("the rules of allocation hold however lines and batches arrive");

    @ArchTest
    static final ArchRule the_embedded_server_knows_nothing_of_its_tables = noClasses()
            .that()
            .resideInAPackage(EMBEDDED)
            .should()
            .dependOnClassesThat(resideInAPackage(POSTGRES).and(not(resideInAPackage(EMBEDDED))))
            .because("it serves an empty database as well as a full one");

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                    resideInAPackage(DOMAIN).or(PLAIN_JAVA).or(HASHING).or(TEXT))
            .because(
                    "what is decided depends on nothing but what was given: no clock, file, log, network or framework");

    @ArchTest
    static final ArchRule views_are_plain_java = classes()
            .that()
            .resideInAPackage(VIEW)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(VIEW, DOMAIN).or(PLAIN_JAVA))
            .because("whoever shows a figure, on a terminal or on a page, asks for its words and gets no more");

    @ArchTest
    static final ArchRule drivers_ask_use_cases_and_not_for_their_ports = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should(accessTargetWhere(describe("asks a use case for a port", ArchitectureTest::isPortOfUseCase)))
            .because("what a use case is made of is its own business, also where a record says it");

    @ArchTest
    static final ArchRule the_application_works_through_its_ports = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(APPLICATION, DOMAIN)
                    .or(PLAIN_JAVA)
                    .or(belongToAnyOf(Path.class, OutputStream.class, UncheckedIOException.class))
                    .or(assignableTo(IOException.class)))
            .because(
                    "a use case may name a file and what is wrong with it, but whoever touches the world is an adapter");

    @ArchTest
    static final ArchRule interfaces_are_ports = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .doNotHaveSimpleName("package-info")
            .and(not(sealed()))
            .and(not(belongToAnyOf(CommandContext.class, SyncGuard.class)))
            .should()
            .resideInAPackage(APPLICATION)
            .because("an interface with one implementation says a thing twice, unless a use case owns it;"
                    + " sealed ones are types, CommandContext is how the commands reach the root that they must not know,"
                    + " and a SyncGuard is a rule that one use case hands another");

    @ArchTest
    static final ArchRule adapters_are_named_after_their_technology = classes()
            .that()
            .resideInAPackage(ADAPTERS)
            .and()
            .areTopLevelClasses()
            .and(assignableTo(describe("a port", ArchitectureTest::isPort)))
            .should()
            .haveNameMatching(
                    ".*\\.(Argon2|Console|Csv|Filesystem|Html|Json|Logback|Postgres|Process|Prometheus|SecureRandom|SpringBatch)[A-Z]\\w*")
            .because("a port's name says what, so that its implementation's need only say how");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Service|Manager|Helper|Utils?|Handler|Dto|Mapper)")
            .because("such a name fits any class, and so tells nothing of this one");

    @ArchTest
    static final ArchRule spring_wires_in_the_root_and_drives_the_job_and_the_console = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, PROCESS, JOB, WEB, LOG)
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..")
                    .and(not(resideInAnyPackage("org.springframework.jdbc..", "org.springframework.dao..")))
                    .and(not(resideInAPackage("org.springframework.transaction..")))
                    .and(not(resideInAPackage(PASSWORD_HASHES)))
                    .and(not(resideInAPackage("org.springframework.core.io.."))))
            .because("one written list of beans tells what there is, and a page is an address, said where it is made;"
                    + " the log has its JSON from the framework");

    @ArchTest
    static final ArchRule traces_stay_with_the_log = onlyIn("io.opentelemetry..", LOG);

    @ArchTest
    static final ArchRule steps_use_nothing_that_a_kill_breaks = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.springframework.batch.core.step.skip..",
                            "org.springframework.batch.core.partition..",
                            "org.springframework.batch.core.remote..",
                            "org.springframework.batch.infrastructure.item.file..",
                            "org.springframework.batch.infrastructure.item.json..",
                            "org.springframework.batch.infrastructure.item.xml..")
                    .or(name("org.springframework.batch.core.step.builder.PartitionStepBuilder")))
            .orShould(accessTargetWhere(describe(
                    "lets a step skip, or work on several threads",
                    access -> access.getTargetOwner()
                                    .getPackageName()
                                    .equals("org.springframework.batch.core.step.builder")
                            && List.of("faultTolerant", "skip", "skipPolicy", "taskExecutor")
                                    .contains(access.getName()))))
            .because("a skipped row is gone but for a count, and where the process is killed meanwhile,"
                    + " a partition loses its context and a file its footer");

    @ArchTest
    static final ArchRule files_are_opened_walked_moved_and_removed_in_open_directories = noClasses()
            .that()
            .resideOutsideOfPackages(EMBEDDED)
            .and(not(describe("hand paths to the system", it -> PATHS.contains(it.getFullName()))))
            .should(accessTargetWhere(describe("opens, makes, moves or removes by a path", ArchitectureTest::opens)))
            .because(
                    "a name may lead elsewhere by the time that it is used; the embedded server's are below a home that is closed");

    @ArchTest
    static final ArchRule sql_stays_with_postgres = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, POSTGRES)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.springframework.jdbc..",
                            "org.springframework.dao..",
                            "org.postgresql..",
                            "org.flywaydb..")
                    // the framework's own answer to a request that it stop
                    .and(not(name("org.springframework.dao.OptimisticLockingFailureException"))))
            .because("the database can be replaced in one package");

    @ArchTest
    static final ArchRule password_hashes_stay_with_their_adapter = onlyIn(PASSWORD_HASHES, SECRET);

    @ArchTest
    static final ArchRule csv_stays_with_its_adapter = onlyIn("org.apache.commons.csv..", CSV);

    @ArchTest
    static final ArchRule options_stay_with_the_command_line = onlyIn("picocli..", CLI, ROOT);

    @ArchTest
    static final ArchRule only_drivers_name_what_their_users_type = classes()
            .that()
            .resideOutsideOfPackages(ROOT, PROCESS, CLI, LAUNCH, EMBEDDED)
            .should(haveNoTextWith(TYPED))
            .because("a remedy is a value, which each driver words by what its own users can do: a console has buttons;"
                    + " the root package reads the environment, and says which variable is wrong;"
                    + " whoever launches a process has to give it its arguments");

    @ArchTest
    static final ArchRule the_embedded_server_names_options_to_its_programs_alone = classes()
            .that()
            .resideInAPackage(EMBEDDED)
            .should(haveNoTextWith("(?!^)(" + TYPED + ")"))
            .because("such a text is an argument, and begins with the option");

    @ArchTest
    static final ArchRule json_stays_with_what_speaks_it = onlyIn("tools.jackson..", JSON, CLI, BEARER);

    @ArchTest
    static final ArchRule metrics_are_worded_in_one_place = onlyIn("io.prometheus..", "nightfill.adapter.prometheus..");

    @ArchTest
    static final ArchRule templates_stay_with_the_page = onlyIn("com.samskivert..", PAGE, WEB);

    @ArchTest
    static final ArchRule only_the_embedded_server_and_the_launch_of_nights_start_processes = noClasses()
            .that()
            .resideOutsideOfPackages(EMBEDDED, LAUNCH)
            .should()
            .dependOnClassesThat(belongToAnyOf(Process.class, ProcessBuilder.class))
            .orShould(accessTargetWhere(isOneOf(Runtime.class, "exec")))
            .because(
                    "a child process has to be ended, whatever happens to its parent; a night has to go on, whatever does");

    @ArchTest
    static final ArchRule only_the_root_knows_the_process_it_runs_in = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, PROCESS)
            .and()
            .doNotHaveFullyQualifiedName(JNA_LOADER)
            .should(ACCESS_STANDARD_STREAMS)
            .orShould(accessTargetWhere(isOneOf(System.class, "getenv", "exit", "setProperty", "console", "in")))
            .because("streams and settings are handed in, and a use case never ends its caller;"
                    + " JNA alone hears in no other way where to unpack its library");

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .should(accessTargetWhere(describe("asks for the time without a clock", ArchitectureTest::isClockless)))
            .orShould(accessTargetWhere(isOneOf(System.class, "currentTimeMillis")))
            .orShould(accessTargetWhere(isOneOf(Calendar.class, "getInstance")))
            .orShould()
            .callConstructor(Date.class)
            .because("a test, and a night that is run late, must be able to say what day it is");

    @ArchTest
    static final ArchRule the_clock_is_set_in_the_root = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, PROCESS)
            .should(accessTargetWhere(isOneOf(Clock.class, "system", "systemUTC", "systemDefaultZone")))
            .because("there is one zone in which business dates are told, and the settings name it");

    @ArchTest
    static final ArchRule nothing_is_left_to_chance = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                    .or(resideInAPackage("java.util.random..")))
            .orShould(accessTargetWhere(isOneOf(Math.class, "random")))
            .because("the same feeds make the same night, and the same seed the same sample");

    @ArchTest
    static final ArchRule no_work_leaves_a_flag_behind = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(APPLICATION, JOB).and(not(belongToAnyOf(StopToken.class))))
            .should()
            .haveModifier(JavaModifier.VOLATILE)
            .orShould(beStaticAndChange())
            .because("a console starts many nights in its life, and what one of them set would end the next;"
                    + " a StopToken belongs to one piece of work");

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null = classes()
            .should(beInANullMarkedPackage())
            .because("NullAway looks only at what is marked, and a package-info says what its package is for");

    private static ArchRule onlyIn(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that is known in one place can be replaced there");
    }

    private static DescribedPredicate<JavaClass> sealed() {
        return describe("sealed", type -> type.reflect().isSealed());
    }

    private static boolean isPortOfUseCase(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getOwner().isRecord()
                && target.getOwner().getPackageName().startsWith("nightfill.application")
                && !target.getOwner().getName().startsWith(UseCases.class.getName())
                && isPort(target.getRawReturnType());
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && not(sealed()).test(type)
                && type.isTopLevelClass()
                && type.getPackageName().startsWith("nightfill.application");
    }

    private static boolean opens(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (owner.isEquivalentTo(Files.class)) {
            return !LOOKS.contains(access.getName());
        }
        return access instanceof JavaCodeUnitAccess
                && (OPENERS.stream().anyMatch(owner::isEquivalentTo)
                        || (owner.isEquivalentTo(FileChannel.class)
                                && access.getName().equals("open")));
    }

    private static DescribedPredicate<JavaAccess<?>> isOneOf(Class<?> owner, String... names) {
        return describe(
                "is one of %s's %s".formatted(owner.getSimpleName(), String.join(", ", names)),
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && List.of(names).contains(access.getName()));
    }

    private static ArchCondition<JavaField> beStaticAndChange() {
        return ArchConditions.<JavaField>haveModifier(JavaModifier.STATIC)
                .and(ArchConditions.not(ArchConditions.haveModifier(JavaModifier.FINAL)));
    }

    /** Calls, and references such as {@code Instant::now}. */
    private static boolean isClockless(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = "%s %s marked".formatted(type.getPackageName(), marked ? "is" : "is not");
                events.add(new SimpleConditionEvent(type, marked, message));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoTextWith(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new ArchCondition<>("have no text with " + regex) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                ClassTexts.of(type).stream()
                        .filter(text -> pattern.matcher(text).find())
                        .forEach(text -> events.add(
                                SimpleConditionEvent.violated(type, "%s says: %s".formatted(type.getName(), text))));
            }
        };
    }
}
