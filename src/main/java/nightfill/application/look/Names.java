package nightfill.application.look;

import java.util.List;

/** What there is under a name. */
public interface Names {

    /** What can be looked up. */
    enum Kind {
        ORDER,
        BATCH,
        SKU
    }

    /** Each kind that has something of exactly this name, also an order all of whose lines were undone. */
    List<Kind> called(String name);
}
