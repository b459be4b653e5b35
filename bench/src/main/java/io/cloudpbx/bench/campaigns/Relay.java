package io.cloudpbx.bench.campaigns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Hands HTTP on, unchanged and once, to the first of its targets that takes connections. It remembers what passed, and stops in
 * the middle of a text when it is told to. What it could not hand on is cut off, as a network does.
 */
final class Relay implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    private final Supplier<List<URI>> targets;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Queue<Passed> passed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<@Nullable Stop> wanted = new AtomicReference<>();
    private final HttpServer server;

    /** @param targets where to, best first, asked for each request */
    Relay(Supplier<List<URI>> targets) throws IOException {
        this.targets = targets;
        this.server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setSocketConfig(SocketConfig.custom()
                        .setBacklogSize(4096)
                        .setSoTimeout(Timeout.DISABLED)
                        .build())
                .setRequestRouter((request, context) -> this::pass)
                .create();
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /**
     * A text or a text's webhook that was handed on.
     *
     * @param from the number it is from
     * @param to the number it is for
     * @param body its words
     * @param asked when it came, on the clock that never jumps, in nanoseconds
     * @param answered when its answer had come, on the same
     * @param status of the answer
     */
    record Passed(String from, String to, String body, long asked, long answered, int status) {
        boolean wasTaken() {
            return status >= 200 && status < 300;
        }
    }

    /** What passed so far, in the order of the answers. */
    List<Passed> passed() {
        return List.copyOf(passed);
    }

    /** How many those are. */
    int answers() {
        return answers.get();
    }

    /** Whether a text of this number's was answered with 2xx. */
    boolean hasTaken(String from) {
        return passed.stream().anyMatch(each -> each.from().equals(from) && each.wasTaken());
    }

    /** The next text stops there, until the stop is closed. */
    Stop stopNextText(Stop.Place place) {
        var stop = new Stop(place);
        wanted.set(stop);
        return stop;
    }

    private void pass(ClassicHttpRequest request, ClassicHttpResponse response, HttpContext context)
            throws IOException {
        byte[] body = bytes(request.getEntity());
        boolean isText = isText(request);
        Stop stop = isText ? wanted.getAndSet(null) : null;
        if (stop != null && stop.place() == Stop.Place.BEFORE_THE_CARRIER) {
            stop.stand();
            throw new IOException("Whoever asked is gone");
        }
        long asked = System.nanoTime();
        HttpResponse<byte[]> answer = answer(request, body);
        if (isText || request.getPath().startsWith("/sms/inbound")) {
            String form = new String(body, StandardCharsets.UTF_8);
            passed.add(new Passed(
                    field(form, "From"),
                    field(form, "To"),
                    field(form, "Body"),
                    asked,
                    System.nanoTime(),
                    answer.statusCode()));
            answers.incrementAndGet();
        }
        if (stop != null) {
            stop.stand();
        }
        response.setCode(answer.statusCode());
        answer.headers()
                .map()
                .forEach((name, values) -> values.stream()
                        .filter(value -> isHandedOn(name) && !name.equalsIgnoreCase("content-type"))
                        .forEach(value -> response.addHeader(name, value)));
        answer.headers().firstValue("content-type").ifPresent(type -> response.setHeader("Content-Type", type));
        response.setEntity(answer.body().length == 0 ? null : new ByteArrayEntity(answer.body(), null));
    }

    private static byte[] bytes(@Nullable HttpEntity entity) throws IOException {
        return entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    }

    private static boolean isText(ClassicHttpRequest request) {
        return request.getMethod().equals("POST") && request.getPath().endsWith("/Messages.json");
    }

    private static boolean isHandedOn(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
    }

    private static String field(String form, String name) {
        return Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith(name + "="))
                .map(field -> URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<byte[]> answer(ClassicHttpRequest request, byte[] body) throws IOException {
        IOException refused = new ConnectException("There is nobody to hand it on to");
        for (URI target : targets.get()) {
            try {
                return client.send(outgoing(request, target, body), BodyHandlers.ofByteArray());
            } catch (ConnectException notThere) {
                refused = notThere;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        throw refused;
    }

    private static HttpRequest outgoing(ClassicHttpRequest request, URI target, byte[] body) {
        var outgoing =
                HttpRequest.newBuilder(URI.create(target + request.getPath())).timeout(PATIENCE);
        for (Header header : request.getHeaders()) {
            if (isHandedOn(header.getName())) {
                outgoing.header(header.getName(), header.getValue());
            }
        }
        return outgoing.method(request.getMethod(), BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
        client.shutdownNow();
    }
}
