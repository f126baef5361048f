package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.Durable;

/** The server's configuration, written anew at each start, so that a newer Nightfill's takes effect. */
final class Settings {

    private static final String HEAD =
            "# Nightfill writes this file at each start. Your own settings, but for the next four: ALTER SYSTEM SET ...\n";

    /** Its working directory, which is the data directory: that path has any length, and nobody else's way in. */
    static final String SOCKET_DIRECTORY = ".";

    /** Where it listens, which is nobody's to change: Nightfill would not find it, or others would. */
    private static final String PLACE = """
            listen_addresses = ''
            unix_socket_directories = '%s'
            unix_socket_permissions = 0700
            port = 5432
            """.formatted(SOCKET_DIRECTORY);

    private static final String OTHERS = """

            password_encryption = 'scram-sha-256'
            max_connections = 50

            fsync = on
            synchronous_commit = on
            full_page_writes = on

            shared_buffers = 256MB
            work_mem = 16MB
            maintenance_work_mem = 256MB
            dynamic_shared_memory_type = posix
            jit = off

            wal_level = minimal
            max_wal_senders = 0
            checkpoint_timeout = 15min
            min_wal_size = 256MB
            max_wal_size = 4GB

            datestyle = 'iso, ymd'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            lc_monetary = 'C'
            lc_numeric = 'C'
            lc_time = 'C'
            default_text_search_config = 'pg_catalog.simple'

            log_line_prefix = '%m [%p] '
            log_checkpoints = off
            log_autovacuum_min_duration = -1
            log_statement = 'none'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private Settings() {}

    /** What the server is started with, because no setting of an operator's wins over that. */
    static String options() {
        return PLACE.lines().map(line -> "--" + line.replace(" = ", "=")).collect(Collectors.joining(" "));
    }

    static void write(Layout layout, Account account) throws IOException {
        Path unfinished = layout.unfinished(layout.data().resolve("postgresql.conf"));
        Files.writeString(ClosedHome.created(unfinished), HEAD + PLACE + OTHERS);
        account.takeOver(unfinished);
        Durable.sync(unfinished);
        Durable.rename(unfinished, layout.data().resolve("postgresql.conf"));
    }
}
