package io.cloudpbx.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the phone system and its carrier and makes trouble on request: hands over only half of a recording until it is
 * told to go on, lets a purchase or a text happen and loses the answer, or swallows a text.
 */
final class TroubledCarrier implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch halfway = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger purchases = new AtomicInteger();
    private final AtomicReference<@Nullable TextTrouble> texts = new AtomicReference<>();
    private volatile boolean stalling;
    private final HttpServer server;
    private final String carrier;

    TroubledCarrier(String carrier) throws IOException {
        this.carrier = carrier;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on recordings stop halfway. */
    void stallRecordings() {
        stalling = true;
    }

    /** The next purchase happens, and nobody hears of it. */
    void loseNextPurchaseAnswer() {
        answersToLose.incrementAndGet();
    }

    /** The next text to this number is swallowed before the carrier hears of it. */
    void swallowNextText(String to) {
        texts.set(new TextTrouble(to, false));
    }

    /** The next text to this number is carried out, and nobody hears of it. */
    void loseNextTextAnswer(String to) {
        texts.set(new TextTrouble(to, true));
    }

    /** Whether the trouble that was asked for has happened. */
    boolean hasMadeTrouble() {
        return texts.get() == null;
    }

    /** How often a number was bought, or tried to be. */
    int purchases() {
        return purchases.get();
    }

    /** Half of the recording is over the wire, and no more of it comes. */
    boolean isHalfway() {
        return halfway.getCount() == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    private record TextTrouble(String to, boolean carriedOut) {
        boolean concerns(byte[] form) {
            return new String(form, StandardCharsets.UTF_8)
                    .contains("To=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] form = exchange.getRequestBody().readAllBytes();
        TextTrouble trouble = texts.get();
        if (trouble != null && isText(exchange) && trouble.concerns(form)) {
            // The connection stays open without a word, as when the other side hangs.
            if (trouble.carriedOut()) {
                try {
                    ask(exchange, form);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            texts.set(null);
            return;
        }
        try (exchange) {
            var answer = ask(exchange, form);
            if (isPurchase(exchange)) {
                purchases.incrementAndGet();
                if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            boolean stall = stalling && exchange.getRequestURI().getPath().endsWith(".wav") && goOn.getCount() > 0;
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

    private static boolean isText(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().endsWith("/Messages.json");
    }

    private static boolean isPurchase(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().endsWith("/IncomingPhoneNumbers.json");
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(carrier + exchange.getRequestURI()));
        for (String header : new String[] {"Authorization", "Content-Type"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
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
