package io.cloudpbx.carrier.twilio;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP/1.1 client that sends each request once and waits for its answer on the thread that asked, which costs half of what Java's
 * own does.
 */
final class PlainClient {
    /** Shorter than servers keep one, or it would be used in the moment in which its server closes it. */
    private static final Timeout KEPT_IDLE = Timeout.ofSeconds(5);
    /** A connection that has rested may have been closed by the carrier, and a text that meets a closed one is in doubt. */
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(200);
    /** Who waits for whom is decided elsewhere. */
    private static final int NO_LIMIT = 100_000;

    private PlainClient() {}

    static CloseableHttpClient connectingWithin(Duration timeout) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(NO_LIMIT)
                        .setMaxConnTotal(NO_LIMIT)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(timeout))
                                .setSocketTimeout(Timeout.DISABLED)
                                .setIdleTimeout(KEPT_IDLE)
                                .setValidateAfterInactivity(TRUSTED_IDLE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.DISABLED)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .evictIdleConnections(KEPT_IDLE)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build();
    }
}
