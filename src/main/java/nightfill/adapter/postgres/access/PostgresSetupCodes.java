package nightfill.adapter.postgres.access;

import java.time.Instant;
import java.time.ZoneOffset;
import nightfill.application.access.SetupCodes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The setup code in PostgreSQL. */
public record PostgresSetupCodes(JdbcClient jdbc) implements SetupCodes {

    @Override
    public void replace(String codeHash, Instant until) {
        jdbc.sql("""
                insert into setup_code (code_hash, valid_until) values (:hash, :until)
                on conflict ((true)) do update set code_hash = excluded.code_hash, valid_until = excluded.valid_until
                """)
                .param("hash", codeHash)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean isValid(String codeHash, Instant now) {
        return jdbc.sql("select exists (select from setup_code where code_hash = :hash and valid_until > :now)")
                .param("hash", codeHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isAnyValid(Instant now) {
        return jdbc.sql("select exists (select from setup_code where valid_until > ?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void forget() {
        jdbc.sql("delete from setup_code").update();
    }
}
