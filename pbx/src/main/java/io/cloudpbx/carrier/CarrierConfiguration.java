package io.cloudpbx.carrier;

import io.cloudpbx.startup.CannotStart;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Refuses a half-configured start, naming all that is missing at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TwilioSettings.class, PublicUrl.class})
class CarrierConfiguration {
    private static final Map<String, String> REQUIRED = Map.of(
            "public.url", "PUBLIC_URL (how the carrier reaches this server)",
            "twilio.account-sid", "TWILIO_ACCOUNT_SID",
            "twilio.auth-token", "TWILIO_AUTH_TOKEN",
            "twilio.toll-free-number", "TWILIO_TOLL_FREE_NUMBER (the main number)");

    /** Before anything is made that needs them, the database's server among it. */
    @Bean
    static BeanFactoryPostProcessor requiredSettings(Environment environment) {
        return beans -> require(environment);
    }

    private static void require(Environment environment) {
        List<String> missing = REQUIRED.entrySet().stream()
                .filter(setting -> environment.getProperty(setting.getKey(), "").isBlank())
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotStart("Not configured: " + String.join(", ", missing)
                    + ". Set them in the environment, or try everything without an account by ./cloudpbx demo.");
        }
    }
}
