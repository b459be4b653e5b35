package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.time.SandboxClock;
import io.cloudpbx.sandbox.webhook.Debugger.Level;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Asks customers' servers. */
public final class WebhookClient implements AutoCloseable {
    private final SandboxClock clock;
    private final Debugger debugger;
    private final Duration budget;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Void>> lastNotice = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param budget what one webhook may take in all; 15 s at Twilio */
    public WebhookClient(SandboxClock clock, Debugger debugger, Duration budget) {
        this.clock = clock;
        this.debugger = debugger;
        this.budget = budget;
    }

    /** Asks and waits for the answer. URLs are absolute; parameters are sent in the order of the map. */
    public WebhookReply fetch(
            Account signer, WebhookTarget target, Map<String, String> parameters, String resourceSid) {
        try (SandboxClock.RealPace pace = clock.realPace()) {
            return send(signer, target, parameters, resourceSid);
        }
    }

    /** Tells without waiting, in order per resource; what comes back is ignored. */
    public void notify(Account signer, String url, String method, Map<String, String> parameters, String resourceSid) {
        lastNotice.compute(resourceSid, (sid, before) -> {
            CompletableFuture<?> ready = before == null ? CompletableFuture.completedFuture(null) : before;
            return ready.handleAsync((done, failed) -> null, threads)
                    .thenRun(() -> fetch(signer, WebhookTarget.of(url, method), parameters, resourceSid));
        });
    }

    private WebhookReply send(
            Account signer, WebhookTarget target, Map<String, String> parameters, String resourceSid) {
        String url = WebhookSignature.withoutFragment(target.url());
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(budget)
                .header("X-Twilio-Signature", WebhookSignature.of(signer.authToken(), url, parameters))
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new WebhookReply.Answered(url, response.statusCode(), type, response.body());
        } catch (IOException e) {
            debugger.report(signer.sid(), resourceSid, 11205, Level.ERROR, "HTTP connection failure");
            return new WebhookReply.Failed(11205, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WebhookReply.Failed(11205, "interrupted");
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
