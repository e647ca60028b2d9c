package ilgam.standalone;

/** The content of postgresql.conf. */
final class PostgresSettings {

    private PostgresSettings() {}

    /** For a machine that also runs five Java processes; ALTER SYSTEM overrides them. */
    static String on(int port) {
        return """
                # Written by ./start at each start. Settings of your own: ALTER SYSTEM.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 120
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'

                # The log says nothing of what members wrote: no statement, no parameter, no row, no value in a message.
                # Services log their failed statements themselves.
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0

                # An acknowledged change is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                shared_buffers = 128MB
                effective_cache_size = 1GB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                wal_compression = on
                min_wal_size = 256MB
                max_wal_size = 1GB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                io_method = sync
                max_parallel_workers_per_gather = 1
                jit = off
                """.formatted(port);
    }

    /** For a server of an earlier version, which is only read. */
    static String readOnlyOn(int port) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                timezone = 'UTC'
                """.formatted(port);
    }
}
