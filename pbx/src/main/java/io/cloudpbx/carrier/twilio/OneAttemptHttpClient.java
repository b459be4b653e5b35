package io.cloudpbx.carrier.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Carries the official client's requests to the configured base URL, once each. The client's own re-sends any request after
 * a 5xx, creating ones included, which may buy or text twice (R7, A27); this one never does.
 */
final class OneAttemptHttpClient extends HttpClient {
    /** With no charset named: what stands in the form is percent-encoded UTF-8, which a charset would make something else of. */
    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

    private final CloseableHttpClient http;
    private final URI base;
    private final Duration answerWithin;

    /** @param answerWithin until the last byte of the answer is here */
    OneAttemptHttpClient(CloseableHttpClient http, URI base, Duration answerWithin) {
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
        HttpUriRequestBase outgoing = outgoing(request);
        try {
            return wholeAnswer(outgoing);
        } catch (ConnectException | ConnectTimeoutException | UnknownHostException | NoRouteToHostException neverSent) {
            throw new CarrierFailure(Kind.NOT_NOW, 0, "The carrier can't be reached");
        } catch (IOException brokenOff) {
            String how = outgoing.isCancelled()
                    ? "not the whole answer within " + answerWithin.toSeconds() + " s"
                    : String.valueOf(brokenOff.getMessage());
            throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "The carrier didn't answer: " + how);
        }
    }

    /** A socket's own time limit begins anew with each byte; a body that trickles in would hold its thread for good. */
    private Response wholeAnswer(HttpUriRequestBase request) throws IOException {
        var end = new CompletableFuture<Void>().completeOnTimeout(null, answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        var cut = end.thenRun(request::cancel);
        try {
            return http.execute(request, answer -> understood(answer.getCode(), body(answer)));
        } finally {
            cut.cancel(false);
            end.cancel(false);
        }
    }

    private static String body(ClassicHttpResponse answer) throws IOException, ParseException {
        HttpEntity body = answer.getEntity();
        return body == null ? "" : EntityUtils.toString(body, StandardCharsets.UTF_8);
    }

    /** The client reads error bodies as JSON only and would lose the status of any other. */
    private static Response understood(int status, String body) {
        if (status >= 300 && !body.stripLeading().startsWith("{")) {
            throw TwilioRefusal.translate(status);
        }
        return new Response(body, status);
    }

    private HttpUriRequestBase outgoing(Request request) {
        var outgoing = new HttpUriRequestBase(request.getMethod().toString(), atBase(request));
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        if (request.requiresAuthentication()) {
            outgoing.setHeader("Authorization", request.getAuthString());
        }
        if (request.getMethod() == HttpMethod.POST) {
            outgoing.setEntity(new StringEntity(request.encodeFormBody(), FORM));
        }
        return outgoing;
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
