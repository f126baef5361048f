package nightfill.bench.table;

import java.util.List;

/** Measures one row of the table, or several that need the same nights. */
interface Scenario {

    /** Leaves the test bed's server running, whatever nights it leaves. */
    List<Finding> measure(TestBed bed, Plan plan) throws Exception;
}
