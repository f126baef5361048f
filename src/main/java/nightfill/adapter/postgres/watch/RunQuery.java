package nightfill.adapter.postgres.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.watch.RunFacts;
import nightfill.application.watch.RunRecord;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Former;
import nightfill.application.watch.RunRecord.Neighbours;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Usual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads all about one run; which one can be corrected is judged as {@code ClearWay} of {@code application.night} does. */
record RunQuery(JdbcClient jdbc, String zone) {

    private enum Role {
        OWN,
        BUILDS_ON,
        REPLACES,
        REPLACED_BY,
        BEFORE,
        AFTER,
        STANDING,
        CORRECTABLE,
        LAST,
        WEEKDAY
    }

    private static final String RUNS = """
            with own as (
                    select * from run
                    where business_date = :date and number = :number
                    order by state in ('LOADING', 'ALLOCATING', 'FINISHED', 'REPLACED') desc, id desc limit 1),
                named (id, role) as (
                    select id, 'OWN' from own
                    union all
                    select previous_id, 'BUILDS_ON' from own
                    union all
                    select replaces_id, 'REPLACES' from own
                    union all
                    (select later.id, 'REPLACED_BY'
                    from own join run later on later.business_date = own.business_date and later.replaces_id = own.id
                    where own.state = 'REPLACED' and later.state in ('ALLOCATING', 'FINISHED', 'REPLACED')
                    order by later.id desc limit 1)
                    union all
                    (select run.id, 'BEFORE'
                    from own join run on (run.business_date, run.id) < (own.business_date, own.id)
                    where run.state <> 'DISCARDED'
                    order by run.business_date desc, run.id desc limit 1)
                    union all
                    (select run.id, 'AFTER'
                    from own join run on (run.business_date, run.id) > (own.business_date, own.id)
                    where run.state <> 'DISCARDED'
                    order by run.business_date, run.id limit 1)
                    union all
                    (select run.id, 'STANDING'
                    from own join run on run.business_date = own.business_date and run.id <> own.id
                    where run.state in ('LOADING', 'ALLOCATING', 'FINISHED')
                    order by run.id desc limit 1)
                    union all
                    (select own.id, 'CORRECTABLE'
                    from own
                    where own.id = (select max(id) from run where state = 'FINISHED')
                        and not exists (select from run where state = 'ALLOCATING'))
                    union all
                    (select run.id, 'LAST'
                    from own join run on run.business_date < own.business_date
                    where run.state = 'FINISHED'
                    order by run.business_date desc limit :most)
                    union all
                    (select run.id, 'WEEKDAY'
                    from own join run on run.business_date < own.business_date
                        and run.business_date > own.business_date - 400
                        and extract(isodow from run.business_date) = extract(isodow from own.business_date)
                    where run.state = 'FINISHED'
                    order by run.business_date desc limit :most))
            select %s, role, manifest_sha256
            from named join run using (id) left join run_figures on run_figures.run_id = run.id
            order by business_date desc, run.id desc
            """.formatted(Columns.RUN);

    Optional<RunRecord> run(RunName name) {
        Map<Role, List<RunFacts>> runs = new EnumMap<>(Role.class);
        Map<Role, String> manifests = new EnumMap<>(Role.class);
        jdbc.sql(RUNS)
                .param("date", name.date())
                .param("number", name.number())
                .param("most", Usual.NIGHTS)
                .query(row -> {
                    Role role = Role.valueOf(row.getString("role"));
                    runs.computeIfAbsent(role, missing -> new ArrayList<>()).add(Columns.run(row));
                    manifests.put(role, Columns.text(row, "manifest_sha256"));
                });
        return all(runs, Role.OWN).stream().findFirst().map(own -> record(own, runs, manifests.get(Role.BUILDS_ON)));
    }

    private RunRecord record(RunFacts own, Map<Role, List<RunFacts>> runs, @Nullable String manifest) {
        List<RunFacts> last = all(runs, Role.LAST);
        List<RunFacts> weekdays = all(runs, Role.WEEKDAY);
        StepsQuery steps = StepsQuery.of(jdbc, zone, own, last, weekdays);
        return new RunRecord(
                own,
                chain(runs),
                steps.attempts(own),
                steps.steps(),
                new Former(
                        steps.past(weekdays),
                        last.stream().map(RunFacts::id).toList(),
                        steps.past(last).stream().findFirst().orElse(null),
                        manifest),
                new ContentsQuery(jdbc, own).contents(weekdays.stream().findFirst()));
    }

    private static Chain chain(Map<Role, List<RunFacts>> runs) {
        return new Chain(
                first(runs, Role.BUILDS_ON),
                first(runs, Role.REPLACES),
                first(runs, Role.REPLACED_BY),
                new Neighbours(first(runs, Role.BEFORE), first(runs, Role.AFTER)),
                first(runs, Role.STANDING),
                runs.containsKey(Role.CORRECTABLE));
    }

    private static List<RunFacts> all(Map<Role, List<RunFacts>> runs, Role role) {
        return runs.getOrDefault(role, List.of());
    }

    private static @Nullable RunName first(Map<Role, List<RunFacts>> runs, Role role) {
        return all(runs, role).stream().map(RunFacts::name).findFirst().orElse(null);
    }
}
