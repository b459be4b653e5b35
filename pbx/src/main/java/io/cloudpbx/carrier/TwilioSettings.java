package io.cloudpbx.carrier;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The carrier account: {@code TWILIO_ACCOUNT_SID}, {@code TWILIO_AUTH_TOKEN}, {@code TWILIO_TOLL_FREE_NUMBER} and, for the
 * sandbox or a look-alike carrier, {@code TWILIO_BASE_URL}.
 */
@ConfigurationProperties("twilio")
public record TwilioSettings(
        @Nullable String accountSid,
        @Nullable String authToken,
        @Nullable String tollFreeNumber,
        @DefaultValue("https://api.twilio.com") URI baseUrl) {

    public String requiredAccountSid() {
        return Optional.ofNullable(accountSid).orElseThrow();
    }

    String requiredAuthToken() {
        return Optional.ofNullable(authToken).orElseThrow();
    }

    /** Basic authentication's two halves, for the adapter alone. */
    public Credentials credentials() {
        return new Credentials(requiredAccountSid(), requiredAuthToken());
    }

    /** Prints without its secret. */
    public record Credentials(String accountSid, String authToken) {
        @Override
        public String toString() {
            return "Credentials[" + accountSid + ", ****]";
        }
    }

    /** Whether the carrier is one on this machine, as in the demo and in tests. */
    public boolean isSandbox() {
        return isLoopback(baseUrl);
    }

    static boolean isLoopback(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("");
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    @Override
    public String toString() {
        return "TwilioSettings[accountSid=%s, authToken=****, tollFreeNumber=%s, baseUrl=%s]"
                .formatted(accountSid, tollFreeNumber, baseUrl);
    }
}
