package io.cloudpbx.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP/1.1 over connections that are kept, one blocking exchange at a time: real requests at the least cost, since the
 * measuring takes its time from the same processors as what is measured.
 *
 * @param server on this machine
 * @param headers sent with every request
 * @param patience how long an answer is waited for
 */
public record Http(HttpHost server, List<Header> headers, Timeout patience) {
    private static final Timeout PATIENCE = Timeout.ofSeconds(60);
    private static final int CONNECTIONS_MAX = 1_000;
    /** How long an answer is awaited is a matter of the connection. */
    private static final Map<Timeout, HttpRequester> REQUESTERS = new ConcurrentHashMap<>();

    static Http to(int port) {
        return new Http(new HttpHost("http", "127.0.0.1", port), List.of(), PATIENCE);
    }

    /** Servers close connections that have rested, and a request may be sent just then: to be called after a pause. */
    public static void forgetRested() {
        REQUESTERS.values().forEach(requester -> requester.closeIdle(TimeValue.ofSeconds(5)));
    }

    Http with(List<Header> more) {
        return new Http(server, more, patience);
    }

    Http patient(Duration longer) {
        return new Http(server, headers, Timeout.of(longer));
    }

    /** An answer, whatever its status. */
    public record Answer(int status, byte[] body) {
        /** @throws IOException when it was refused */
        public byte[] accepted() throws IOException {
            if (status >= 300) {
                throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
            }
            return body;
        }
    }

    /** @param body empty for none */
    public Answer send(String method, String path, String body) throws IOException {
        ClassicHttpRequest request = new BasicClassicHttpRequest(method, server, path);
        headers.forEach(request::addHeader);
        if (!body.isEmpty()) {
            request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        try {
            return REQUESTERS
                    .computeIfAbsent(patience, Http::requester)
                    .execute(server, request, patience, HttpCoreContext.create(), Http::read);
        } catch (HttpException e) {
            throw new IOException(e);
        }
    }

    private static HttpRequester requester(Timeout patience) {
        return RequesterBootstrap.bootstrap()
                .setHttpProcessor(HttpProcessorBuilder.create()
                        .addAll(new RequestContent(), new RequestTargetHost(), new RequestConnControl())
                        .build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setDefaultMaxPerRoute(CONNECTIONS_MAX)
                .setSocketConfig(SocketConfig.custom().setSoTimeout(patience).build())
                .create();
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        return new Answer(response.getCode(), bytes(response));
    }

    private static byte[] bytes(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
    }
}
