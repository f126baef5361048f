package nightfill.adapter.postgres;

import java.sql.Types;
import nightfill.application.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements about one run: {@code :run}, {@code :date} and {@code :before} (its highest earlier turn) are set. */
record RunSql(JdbcClient jdbc, Run run) {

    int update(String statement) {
        return prepared(statement).update();
    }

    StatementSpec prepared(String statement) {
        return jdbc.sql(statement)
                .param("run", run.id())
                .param("date", run.date())
                .param("before", run.turnsBefore(), Types.BIGINT);
    }
}
