package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConstraintsIT {

    private static final List<Class<? extends BrokenConstraints>> TESTS = List.of(
            RunConstraintsIT.class,
            LineConstraintsIT.class,
            BatchConstraintsIT.class,
            AllocationConstraintsIT.class,
            FeedConstraintsIT.class,
            FigureConstraintsIT.class,
            PublicationConstraintsIT.class,
            AccountConstraintsIT.class,
            AuditLogConstraintsIT.class,
            TokenConstraintsIT.class);

    @Test
    void each_constraint_of_the_schema_is_broken_by_a_test() {
        try (MigratedDatabase database = new MigratedDatabase()) {
            assertThat(broken()).containsExactlyInAnyOrderElementsOf(constraints(database));
        }
    }

    private static Set<String> broken() {
        return TESTS.stream()
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Breaks.class))
                .map(ConstraintsIT::constraint)
                .collect(Collectors.toSet());
    }

    private static String constraint(Method method) {
        return Objects.requireNonNull(method.getAnnotation(Breaks.class)).value();
    }

    /** The framework's own tables are its own concern. */
    private static List<String> constraints(MigratedDatabase database) {
        return database.jdbc().sql("""
                select conname
                from pg_constraint left join pg_class on pg_class.oid = conrelid
                where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u')
                    and (relname is null or relname !~ '^(batch_(job|step)_|flyway)')
                union
                select relname
                from pg_index join pg_class on pg_class.oid = indexrelid
                where indisunique and relnamespace = 'public'::regnamespace
                    and relname !~* '^(batch_(job|step)_|job_|step_|flyway)'
                union
                select tgname
                from pg_trigger join pg_class on pg_class.oid = tgrelid
                where not tgisinternal and relname !~ '^batch_(job|step)_'
                    and tgname <> 'run_carries_taken' -- refuses nothing: it keeps what follows from other rows
                """).query(String.class).list();
    }
}
