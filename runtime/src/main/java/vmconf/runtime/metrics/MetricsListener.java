package vmconf.runtime.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// Answers `GET /metrics` on the loopback interface.
public final class MetricsListener implements AutoCloseable {
    private static final int MOST_WAITING = 16;

    private final HttpServer server;

    private MetricsListener(HttpServer server) {
        this.server = server;
    }

    /// @param port 0 for any that is free
    public static MetricsListener open(int port, Metrics metrics) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(here, MOST_WAITING);
        server.setExecutor(
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name("metrics").factory()));
        server.createContext("/", exchange -> answer(exchange, metrics));
        server.start();
        return new MetricsListener(server);
    }

    private static void answer(HttpExchange exchange, Metrics metrics) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals("/metrics");
            boolean read = exchange.getRequestMethod().equals("GET");
            if (!known || !read) {
                exchange.sendResponseHeaders(known ? 405 : 404, -1);
                return;
            }
            byte[] page = metrics.page().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", Metrics.CONTENT_TYPE);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    /// Where it listens.
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
