package nightfill.adapter.postgres.server;

import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Statements about one run: {@code :run}, {@code :date}, {@code :before} (its highest earlier turn) and {@code :previous}
 * (the run that it builds on, 0 where there is none) are set.
 */
public record RunSql(JdbcClient jdbc, Run run) {

    /** The highest turn given before the lines that were allocated at once. */
    public static final String TURNS_BEFORE_URGENT_LINES = """
            (:before + (select coalesce(max(row_number), 0) from staged_line
                        where run_id = :run and feed = 'allocations'))""";

    /** The highest turn given before the order lines. */
    public static final String TURNS_BEFORE_ORDER_LINES = """
            (%s + (select coalesce(max(row_number), 0) from staged_line where run_id = :run and feed = 'urgent'))""".formatted(TURNS_BEFORE_URGENT_LINES);

    /** The turn of the line that a row of {@code staged_line} brings: one feed of {@link Feed#WITH_NEW_LINES} after the other. */
    public static final String STAGED_TURN =
            "(row_number + case feed when 'allocations' then :before when 'urgent' then %s else %s end)"
                    .formatted(TURNS_BEFORE_URGENT_LINES, TURNS_BEFORE_ORDER_LINES);

    /** The feeds whose rows bring order lines. */
    public static final String WITH_NEW_LINES = Feed.WITH_NEW_LINES.stream()
            .map(feed -> "'%s'".formatted(feed.label()))
            .collect(Collectors.joining(", ", "feed in (", ")"));

    /** The lines of earlier runs that were open at any time in a run: those left open before it, and those that it released. */
    public static final String OPEN_EARLIER = """
            (select line.* from decided join line on id = any (open_lines) where run_id = :previous and id <= :before
            union all
            select * from line
            where id <= :before and id in (select line_id from ended_allocation where until_run = :run))""";

    /**
     * The lines that were open at any time in a run: its own and {@link #OPEN_EARLIER}. All others, of however many nights,
     * keep what they have.
     *
     * <p>Its own come in their order, so that whoever wants them so need not sort them; those left open are looked up chunk
     * by chunk, so that of very many neighbours follow one another.
     */
    public static final String OPEN_IN_RUN = """
            ((select * from line where id > :before order by id)
            union all
            %s)""".formatted(OPEN_EARLIER);

    private static final int FETCH_SIZE = 5000;

    /** A client whose large results come some thousands of rows at a time, within a transaction. */
    public static JdbcClient streaming(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH_SIZE);
        return JdbcClient.create(template);
    }

    public int update(String statement) {
        return prepared(statement).update();
    }

    /** The statement with the parameters written out, for what takes none. */
    public String literal(String statement) {
        return statement
                .replaceAll("(?<!:):run\\b", Long.toString(run.id()))
                .replaceAll("(?<!:):date\\b", "date '%s'".formatted(run.date()))
                .replaceAll("(?<!:):before\\b", Long.toString(run.turnsBefore()))
                .replaceAll("(?<!:):previous\\b", Long.toString(previous()));
    }

    public StatementSpec prepared(String statement) {
        return jdbc.sql(statement)
                .param("run", run.id())
                .param("date", run.date())
                .param("before", run.turnsBefore())
                .param("previous", previous());
    }

    private long previous() {
        return Objects.requireNonNullElse(run.previousId(), 0L);
    }
}
