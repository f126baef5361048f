package nightfill.adapter.postgres.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Something that the database's user may not do: no waiting changes that, a statement of its administrator does. */
public record MissingRight(ConnectionSettings connection) {

    private static final String STATE = "42501";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * The user in the database, with names as SQL takes them.
     *
     * @param mayCreate whether the rights that he lacks are other ones than those on the database
     */
    private record Guest(String database, String user, boolean mayCreate) {}

    /** The failure, as a refusal with the statement that mends it where a right is missing. */
    public RuntimeException explained(RuntimeException failure) {
        if (!(ExceptionUtils.getRootCause(failure) instanceof SQLException root) || !STATE.equals(root.getSQLState())) {
            return failure;
        }
        Guest guest = guest();
        String trouble = DatabaseTrouble.of(root).replaceFirst("^[A-Z]+: ", "");
        return new Problem(
                Kind.REFUSED,
                "the user %s may not do what Nightfill needs in the database at %s: %s"
                        .formatted(guest.user(), connection.place(), trouble),
                failure,
                remedies(guest));
    }

    private static Remedy[] remedies(Guest guest) {
        if (!guest.mayCreate()) {
            return new Remedy[] {
                Remedy.mend("let its administrator run there: alter database %s owner to %s"
                        .formatted(guest.database(), guest.user())),
                Remedy.mend(
                        "grant connect, create, temporary on database %1$s to %2$s; grant create on schema public to %2$s"
                                .formatted(guest.database(), guest.user()))
            };
        }
        return new Remedy[] {
            Remedy.mend(
                    "let its administrator run there, for each of its tables: alter table … owner to " + guest.user()),
            Remedy.mend("restore it as that user with pg_restore -O")
        };
    }

    private Guest guest() {
        try (Connection session = connection.open("loginTimeout", PATIENCE);
                Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("""
                        select quote_ident(current_database()), quote_ident(current_user),
                            has_database_privilege(current_database(), 'create')
                            and has_database_privilege(current_database(), 'temporary')
                            and has_schema_privilege('public', 'create')
                        """)) {
            row.next();
            return new Guest(row.getString(1), row.getString(2), row.getBoolean(3));
        } catch (SQLException e) {
            String place = connection.place();
            return new Guest(quoted(place.substring(place.lastIndexOf('/') + 1)), quoted(connection.user()), false);
        }
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z_0-9]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
