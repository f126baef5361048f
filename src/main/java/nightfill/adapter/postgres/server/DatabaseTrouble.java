package nightfill.adapter.postgres.server;

import java.sql.SQLException;

/** Says what is wrong with the database, in one line. */
public final class DatabaseTrouble {

    private static final String LOCK_TIMEOUT = "55P03";
    private static final String DISK_FULL = "53100";

    private DatabaseTrouble() {}

    /** The innermost message's first sentence; what drivers advise behind it is said better elsewhere. */
    public static String of(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        return message.split("\\. |\\R", 2)[0];
    }

    /** Whether the server found no room on its disk. */
    public static boolean isDiskFull(Throwable failure) {
        return root(failure) instanceof SQLException root && DISK_FULL.equals(root.getSQLState());
    }

    public static boolean isLockTimeout(Throwable failure) {
        return root(failure) instanceof SQLException root && LOCK_TIMEOUT.equals(root.getSQLState());
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
