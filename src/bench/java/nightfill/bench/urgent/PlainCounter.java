package nightfill.bench.urgent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What somebody in a hurry would build: a counter for each SKU, which is locked and counted down, and nothing else. It keeps
 * no line, knows no batch, and answers a line that is sent again a second time.
 */
final class PlainCounter implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final HikariDataSource pool = new HikariDataSource();

    PlainCounter(String url, String user, String password, int clients) throws IOException {
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        pool.setAutoCommit(false);
        threads = Executors.newFixedThreadPool(clients);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clients);
        server.setExecutor(threads);
        server.createContext("/counter/", this::answer);
        server.start();
    }

    /** Gives each SKU so many units. */
    void fill(int skus, int units) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement fill = connection.prepareStatement(
                        "insert into counter select 'SKU-' || sku, ? from generate_series(1, ?) sku")) {
            connection.createStatement().execute("create table counter (sku text primary key, units int not null)");
            fill.setInt(1, units);
            fill.setInt(2, skus);
            fill.execute();
            connection.commit();
        }
    }

    URI of(String sku) {
        return URI.create(
                "http://127.0.0.1:%d/counter/%s".formatted(server.getAddress().getPort(), sku));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sku = exchange.getRequestURI().getPath().substring("/counter/".length());
        exchange.getRequestBody().readAllBytes();
        byte[] answer = "{\"sku\":\"%s\"}".formatted(sku).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(take(sku) ? 201 : 409, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private boolean take(String sku) {
        try (Connection connection = pool.getConnection();
                PreparedStatement look =
                        connection.prepareStatement("select units from counter where sku = ? for update");
                PreparedStatement take =
                        connection.prepareStatement("update counter set units = units - 1 where sku = ?")) {
            look.setString(1, sku);
            boolean some;
            try (ResultSet row = look.executeQuery()) {
                some = row.next() && row.getInt(1) > 0;
            }
            if (some) {
                take.setString(1, sku);
                take.executeUpdate();
            }
            connection.commit();
            return some;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        pool.close();
    }
}
