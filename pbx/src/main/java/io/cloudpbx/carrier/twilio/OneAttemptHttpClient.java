package io.cloudpbx.carrier.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the official client's requests to the configured base URL, once each. The client's own re-sends any request after
 * a 5xx, creating ones included, which may buy or text twice (R7, A27); this one never does.
 */
final class OneAttemptHttpClient extends HttpClient {
    private final java.net.http.HttpClient http;
    private final URI base;
    private final Duration answerWithin;

    /** @param answerWithin until the last byte of the answer is here */
    OneAttemptHttpClient(java.net.http.HttpClient http, URI base, Duration answerWithin) {
        this.http = http;
        this.base = base;
        this.answerWithin = answerWithin;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            var answer = wholeAnswer(outgoing(request));
            return understood(answer.statusCode(), answer.body());
        } catch (ConnectException | HttpConnectTimeoutException neverSent) {
            throw new CarrierFailure(Kind.NOT_NOW, 0, "The carrier can't be reached");
        } catch (IOException brokenOff) {
            throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "The carrier didn't answer: " + brokenOff.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "Stopped while waiting for the carrier");
        }
    }

    /** A request's own time limit ends with the answer's head; a body that stalls would hold its thread for good. */
    private HttpResponse<String> wholeAnswer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException brokenOff) {
                throw brokenOff;
            }
            throw new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("not the whole answer within " + answerWithin.toSeconds() + " s");
        } finally {
            answer.cancel(true);
        }
    }

    /** The client reads error bodies as JSON only and would lose the status of any other. */
    private static Response understood(int status, String body) {
        if (status >= 300 && !body.stripLeading().startsWith("{")) {
            throw TwilioRefusal.translate(status);
        }
        return new Response(body, status);
    }

    private HttpRequest outgoing(Request request) {
        var outgoing = HttpRequest.newBuilder(atBase(request)).timeout(answerWithin);
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        if (request.requiresAuthentication()) {
            outgoing.header("Authorization", request.getAuthString());
        }
        if (request.getMethod() == HttpMethod.POST) {
            outgoing.header("Content-Type", "application/x-www-form-urlencoded");
            return outgoing.POST(BodyPublishers.ofString(request.encodeFormBody()))
                    .build();
        }
        return outgoing.method(request.getMethod().toString(), BodyPublishers.noBody())
                .build();
    }

    private URI atBase(Request request) {
        URI wanted = URI.create(request.constructURL().toString());
        String query = wanted.getRawQuery();
        return URI.create(withoutSlash(base) + wanted.getRawPath() + (query == null ? "" : "?" + query));
    }

    private static String withoutSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
