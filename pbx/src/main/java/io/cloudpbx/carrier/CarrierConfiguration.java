package io.cloudpbx.carrier;

import io.cloudpbx.startup.CannotStart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Refuses a half-configured start, naming all that is missing at once. */
@Configuration
@EnableConfigurationProperties({TwilioSettings.class, PublicUrl.class})
class CarrierConfiguration {
    CarrierConfiguration(TwilioSettings twilio, PublicUrl publicUrl) {
        List<String> missing = new ArrayList<>();
        require(publicUrl.url(), "PUBLIC_URL (how the carrier reaches this server)", missing);
        require(twilio.accountSid(), "TWILIO_ACCOUNT_SID", missing);
        require(twilio.authToken(), "TWILIO_AUTH_TOKEN", missing);
        require(twilio.tollFreeNumber(), "TWILIO_TOLL_FREE_NUMBER (the main number)", missing);
        if (!missing.isEmpty()) {
            throw new CannotStart("Not configured: " + String.join(", ", missing)
                    + ". Set them in the environment, or try everything without an account by ./cloudpbx demo.");
        }
    }

    private static void require(@Nullable Object value, String name, List<String> missing) {
        if (value == null || value.toString().isBlank()) {
            missing.add(name);
        }
    }
}
