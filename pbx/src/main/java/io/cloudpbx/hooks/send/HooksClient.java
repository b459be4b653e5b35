package io.cloudpbx.hooks.send;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A client that sends each request once, to where it was told: no redirect, no proxy, no cookie, no second look-up of a name (T9). */
@Configuration(proxyBeanMethods = false)
class HooksClient {
    private static final Timeout CONNECTED_WITHIN = Timeout.ofSeconds(3);
    /** Unlike the carrier's, these are tried again, so that a connection which was closed meanwhile costs five seconds. */
    private static final TimeValue KEPT_IDLE = TimeValue.ofSeconds(10);

    @Bean
    CloseableHttpClient requestsToReceivers(Destination destination) {
        return to(destination);
    }

    /** @param destination says where a name leads, or that we do not go there */
    static CloseableHttpClient to(DnsResolver destination) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(destination)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECTED_WITHIN)
                                .setSocketTimeout(Timeout.of(Duration.ofSeconds(10)))
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setProtocolUpgradeEnabled(false).build())
                .evictIdleConnections(KEPT_IDLE)
                .disableContentCompression()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .setUserAgent("CloudPBX-Webhooks/1")
                .build();
    }
}
