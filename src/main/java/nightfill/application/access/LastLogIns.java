package nightfill.application.access;

import java.time.Instant;
import java.util.Map;

/** When people have logged in last, as far as the newer part of the audit trail says so. */
public interface LastLogIns {

    /** By the name of the account. */
    Map<String, Instant> byName();
}
