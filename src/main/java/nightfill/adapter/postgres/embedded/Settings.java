package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.Durable;

/** The server's configuration, written anew at each start, so that a newer Nightfill's takes effect. */
final class Settings {

    private static final String TEXT = """
            # Nightfill writes this file at each start. Your own settings: ALTER SYSTEM SET ...
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
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

            log_line_prefix = '%%m [%%p] '
            log_checkpoints = off
            log_autovacuum_min_duration = -1
            log_statement = 'none'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private static final Pattern PORT = Pattern.compile("(?m)^port = (\\d+)$");

    private Settings() {}

    /** The port of the last start, or 0: clients that outlived their server look for the next one there. */
    static int lastPort(Layout layout) throws IOException {
        Path file = layout.data().resolve("postgresql.conf");
        Matcher port = PORT.matcher(Files.exists(file) ? Files.readString(file) : "");
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    static void write(Layout layout, Account account, int port) throws IOException {
        Path unfinished = layout.unfinished(layout.data().resolve("postgresql.conf"));
        Files.writeString(ClosedHome.created(unfinished), TEXT.formatted(port));
        account.takeOver(unfinished);
        Durable.sync(unfinished);
        Durable.rename(unfinished, layout.data().resolve("postgresql.conf"));
    }
}
