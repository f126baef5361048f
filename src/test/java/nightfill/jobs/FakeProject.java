package nightfill.jobs;

import java.nio.file.Path;

/**
 * The launcher beside sources, a Maven that makes a jar of nothing, and a Java that says how it is called. A file
 * {@code java.wait} beside it has it wait before it takes a jar apart, {@code java.stuck} fail at that, and
 * {@code java.crash} end while it archives classes.
 */
final class FakeProject {

    static final String WHOLE_JAR = "…BOOT-INF/lib/…PK\5\6" + "\0".repeat(18);

    private static final String MAVEN = """
            echo "$@" >>builds
            tr '\\0' '\\n' </proc/$$/environ >known
            if [ -e broken ]; then echo "[ERROR] no such symbol"; exit 1; fi
            for i in $(seq 500); do [ ! -e wait ] || sleep 0.02; done
            cp whole.jar target/nightfill-1.0.0.jar
            """;
    private static final String JAVA = """
            #!/bin/bash
            case $1 in
              -version) asked=-asked ;;
              -Djarmode=tools) asked=-taking-apart ;;
              -XX:ArchiveClassesAtExit=*) asked=-archiving ;;
              *) asked= ;;
            esac
            { tr '\\0' '\\n' </proc/$$/environ >"$0$asked.known"; echo "$@" >>"$0$asked.calls"; } 2>/dev/null
            case $asked in
              -asked)
                echo "openjdk version \\"${FAKE_VERSION:-17.0.1}\\" 2021-10-19" >&2
                exit ;;
              -taking-apart)
                echo "taking apart" >&2
                for ((i = 0; i < 500; i++)); do [[ ! -e $0.wait ]] || sleep 0.02; done
                [[ ! -e $0.stuck ]] && mkdir -p "${@: -1}" && touch "${@: -1}/nightfill.jar"
                exit ;;
              -archiving)
                touch "${1#*=}"
                mkdir "${@: -1}"
                [[ ! -e $0.crash ]] || kill -SEGV $$
                exit ;;
            esac
            echo "in $PWD, home $NIGHTFILL_HOME, locale ${LC_ALL:-kept}, given:"
            printf '%s\\n' "$@"
            if [[ ${FAKE_HANG:-} ]]; then
              trap 'echo ended cleanly; exit 143' TERM
              echo hanging
              for ((i = 0; i < 500; i++)); do sleep 0.02; done
            fi
            exit "${FAKE_EXIT:-0}"
            """;

    private final Path place;

    FakeProject(Path place) {
        this.place = place;
        Script.copy("jobs/nightfill", launcher());
        Script.write(project().resolve("mvnw"), MAVEN);
        Script.write(project().resolve("pom.xml"), "");
        Script.write(project().resolve("src/main/java/Night.java"), "");
        Script.write(project().resolve("whole.jar"), WHOLE_JAR);
        Script.write(java(), JAVA);
    }

    Path project() {
        return place.resolve("my project");
    }

    Path jar() {
        return project().resolve("target/nightfill-1.0.0.jar");
    }

    Path launcher() {
        return project().resolve("jobs/nightfill");
    }

    Path java() {
        return place.resolve("jdk/bin/java");
    }

    /** Starts a launcher with this Java. */
    Script start(Path launcher, String... arguments) {
        return new Script(launcher, arguments).with("JAVA_HOME", place.resolve("jdk"));
    }
}
