package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import java.util.Objects;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Says what is wrong with the database, in one line. */
public final class DatabaseTrouble {

    private static final String LOCK_TIMEOUT = "55P03";
    private static final String DISK_FULL = "53100";

    private DatabaseTrouble() {}

    /** The innermost message's first sentence; what drivers advise behind it is said better elsewhere. */
    public static String of(Throwable failure) {
        return message(failure).split("\\.(?: |$)|\\R", 2)[0];
    }

    /** Of a connection that breaks, the innermost failure has none. */
    private static String message(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce(failure.toString(), (outer, inner) -> inner);
    }

    /** Whether the server found no room on its disk. */
    public static boolean isDiskFull(Throwable failure) {
        return ExceptionUtils.getRootCause(failure) instanceof SQLException root
                && DISK_FULL.equals(root.getSQLState());
    }

    public static boolean isLockTimeout(Throwable failure) {
        return ExceptionUtils.getRootCause(failure) instanceof SQLException root
                && LOCK_TIMEOUT.equals(root.getSQLState());
    }
}
