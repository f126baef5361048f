package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;
import nightfill.application.run.Beside;
import nightfill.application.run.BesideContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class PostgresBesideIT extends BesideContract {

    private static final String LONG = "select 1 from pg_sleep(600)";
    private static final String AT_WORK = """
            select count(*) from pg_stat_activity
            where datname = current_database() and query = '%s' and state = 'active'
            """.formatted(LONG);

    private final MigratedDatabase database = new MigratedDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Beside beside() {
        return new PostgresBeside(database.dataSource(), database.asOfOneMoment());
    }

    @Test
    void it_sees_one_state_of_the_data_and_changes_nothing() {
        AtomicBoolean looked = new AtomicBoolean();
        AtomicBoolean changed = new AtomicBoolean();

        try (Beside.Ongoing<Long> work = beside().begin(() -> {
            assertThat(skus()).isZero();
            looked.set(true);
            await().untilTrue(changed);
            return skus();
        })) {
            await().untilTrue(looked);
            database.update("insert into sku (code) values ('CHAIR')");
            changed.set(true);
            assertThat(work.await()).isZero();
        }
        try (Beside.Ongoing<?> work = beside().begin(() -> database.update("insert into sku (code) values ('LAMP')"))) {
            assertThatThrownBy(work::await)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void a_query_that_takes_long_is_broken_off() {
        Beside.Ongoing<?> work = beside().begin(() -> database.number(LONG));
        await().until(() -> atWork() == 1);

        work.close();

        assertThat(atWork()).isZero();
        assertThat(skus()).isZero();
    }

    @Test
    void many_short_queries_are_broken_off_too() {
        Beside.Ongoing<?> work = beside().begin(() -> {
            while (true) {
                skus();
            }
        });

        work.close();

        assertThatThrownBy(work::await).isNotNull();
    }

    private long skus() {
        return database.number("select count(*) from sku");
    }

    private long atWork() {
        return database.number(AT_WORK);
    }
}
