package nightfill.adapter.postgres.report;

import nightfill.adapter.postgres.server.RunSql;

/**
 * What several reports and figures of a run ask for, gathered once for the rest of the transaction: the open lines and their
 * reasons as {@code open_line}, and what is allocated of each batch as {@code bound}, whether promised or gone.
 */
final class Gathered {

    /** Each is looked up, for how many there are is guessed wrong, and all lines would be gone through for a few. */
    private static final String OPEN_LINES = """
            create temporary table open_line on commit drop as
            select line.*, reason
            from shortage cross join lateral (select * from line where id = line_id offset 0) line
            where run_id = :run
            """;

    private static final String BOUND = """
            create temporary table bound on commit drop as
            select * from bound_in(:run)
            """;

    private Gathered() {}

    /** From then on the transaction's statements may name what is gathered of that run. */
    static void of(RunSql sql) {
        if (sql.prepared("select to_regclass('pg_temp.bound') is null")
                .query(Boolean.class)
                .single()) {
            sql.update(OPEN_LINES);
            sql.update(BOUND);
            sql.update("analyze open_line, bound");
        }
    }
}
