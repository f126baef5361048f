package nightfill;

import java.util.List;
import nightfill.adapter.postgres.watch.PostgresNames;
import nightfill.adapter.postgres.watch.PostgresOrderRecords;
import nightfill.adapter.postgres.watch.PostgresRunFiles;
import nightfill.adapter.web.console.look.BatchPage;
import nightfill.adapter.web.console.look.FindPage;
import nightfill.adapter.web.console.look.OrderPage;
import nightfill.adapter.web.console.look.RejectsPage;
import nightfill.adapter.web.console.look.SkuPage;
import nightfill.adapter.web.console.look.TrendsPage;
import nightfill.application.look.LookUp;

/** What people look up in the console. */
final class LookBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            PostgresNames.class,
            PostgresOrderRecords.class,
            PostgresRunFiles.class,
            LookUp.class,
            FindPage.class,
            OrderPage.class,
            BatchPage.class,
            SkuPage.class,
            RejectsPage.class,
            TrendsPage.class);

    private LookBeans() {}
}
