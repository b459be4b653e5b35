package io.cloudpbx.carrier.twilio;

import com.twilio.http.TwilioRestClient;
import io.cloudpbx.carrier.TwilioSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for all that is asked of the carrier. */
@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    /** The longest message we keep, over a slow line. */
    private static final Duration DOWNLOADED_WITHIN = Duration.ofMinutes(3);

    @Bean
    HttpClient carrierHttp() {
        return HttpClient.newBuilder().connectTimeout(CONNECTED_WITHIN).build();
    }

    @Bean
    CloseableHttpClient requestsToCarrier() {
        return PlainClient.connectingWithin(CONNECTED_WITHIN);
    }

    @Bean
    TwilioRestClient twilio(CloseableHttpClient requestsToCarrier, TwilioSettings settings) {
        var credentials = settings.credentials();
        return new TwilioRestClient.Builder(credentials.accountSid(), credentials.authToken())
                .httpClient(new OneAttemptHttpClient(requestsToCarrier, settings.baseUrl(), ANSWER_WITHIN))
                .build();
    }

    @Bean
    Download download(HttpClient carrierHttp, TwilioSettings settings) {
        return new Download(carrierHttp, settings, DOWNLOADED_WITHIN);
    }
}
