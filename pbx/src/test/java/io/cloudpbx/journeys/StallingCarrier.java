package io.cloudpbx.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands before the carrier and hands over only half of the first recording, until it is told to go on. */
final class StallingCarrier implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch halfway = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final HttpServer server;
    private final String carrier;

    StallingCarrier(String carrier) throws IOException {
        this.carrier = carrier;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Half of the recording is over the wire, and no more of it comes. */
    boolean isHalfway() {
        return halfway.getCount() == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = ask(exchange);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            boolean stall = exchange.getRequestURI().getPath().endsWith(".wav") && goOn.getCount() > 0;
            int first = stall ? body.length / 2 : body.length;
            exchange.getResponseBody().write(body, 0, first);
            exchange.getResponseBody().flush();
            if (stall) {
                halfway.countDown();
                goOn.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(carrier + exchange.getRequestURI()));
        for (String header : new String[] {"Authorization", "Content-Type"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        return http.send(
                request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
