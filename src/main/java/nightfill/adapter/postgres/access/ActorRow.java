package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import nightfill.domain.access.Actor;

/** Who asked, as the columns of an entry of the audit trail. */
public final class ActorRow {

    private ActorRow() {}

    public static Actor read(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_name"),
                row.getString("actor_origin"));
    }
}
