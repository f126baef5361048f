package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.application.access.Account;
import nightfill.application.access.Credentials;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.access.Credentials.Keys;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import org.jspecify.annotations.Nullable;

/** An account as a row. */
final class AccountRow {

    private AccountRow() {}

    static Account read(ResultSet row, int index) throws SQLException {
        return new Account(
                new AccountName(row.getString("name")),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"),
                credentials(row),
                row.getLong("version"));
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        String invitation = row.getString("invitation_hash");
        return invitation == null
                ? keys(row)
                : new Invitation(
                        invitation,
                        row.getObject("invited_until", OffsetDateTime.class).toInstant());
    }

    private static Keys keys(ResultSet row) throws SQLException {
        String[] recovery = (String[]) row.getArray("recovery").getArray();
        return new Keys(
                row.getString("password_hash"),
                new Totp(row.getString("factor_secret")),
                row.getLong("factor_step"),
                Arrays.stream(recovery).collect(Collectors.toUnmodifiableSet()));
    }

    /** The columns by name. */
    static Map<String, @Nullable Object> columns(Account account) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("folded", account.name().folded());
        columns.put("name", account.name().text());
        columns.put("role", account.role().name());
        columns.put("enabled", account.enabled());
        columns.put("version", account.version());
        columns.putAll(columns(account.credentials()));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(Credentials credentials) {
        Invitation invitation = credentials instanceof Invitation invited ? invited : null;
        Keys keys = credentials instanceof Keys chosen ? chosen : null;
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("invitation", invitation == null ? null : invitation.codeHash());
        columns.put("until", invitation == null ? null : invitation.until().atOffset(ZoneOffset.UTC));
        columns.put("password", keys == null ? null : keys.passwordHash());
        columns.put("secret", keys == null ? null : keys.factor().secret());
        columns.put("step", keys == null ? null : keys.lastStep());
        return columns;
    }

    static Set<String> recovery(Account account) {
        return account.keys().map(Keys::recovery).orElse(Set.of());
    }
}
