package nightfill.adapter.postgres.server;

/** Where the database is: a JDBC URL, a user, and a password that may be empty. */
public record ConnectionSettings(String url, String user, String password) {}
