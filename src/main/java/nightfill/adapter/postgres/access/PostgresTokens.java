package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nightfill.application.token.Token;
import nightfill.application.token.Tokens;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens in PostgreSQL. */
public record PostgresTokens(JdbcClient jdbc) implements Tokens {

    @Override
    public Optional<Token> bearing(String secretHash) {
        return jdbc.sql("select * from token where secret_hash = ?")
                .param(secretHash)
                .query((row, index) -> token(row))
                .optional();
    }

    @Override
    public List<Token> list() {
        return jdbc.sql("select * from token order by folded")
                .query((row, index) -> token(row))
                .list();
    }

    @Override
    public boolean add(Token token, String secretHash) {
        return jdbc.sql("""
                        insert into token (folded, client, role, secret_hash, made) values (?, ?, ?, ?, ?)
                        on conflict (folded) do nothing
                        """)
                        .params(token.client().folded(), token.client().text())
                        .params(token.role().name(), secretHash, token.made().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean revoke(AccountName client, Instant now) {
        return jdbc.sql("update token set revoked = greatest(?, made) where folded = ? and revoked is null")
                        .params(now.atOffset(ZoneOffset.UTC), client.folded())
                        .update()
                == 1;
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                new AccountName(row.getString("client")),
                Role.valueOf(row.getString("role")),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
