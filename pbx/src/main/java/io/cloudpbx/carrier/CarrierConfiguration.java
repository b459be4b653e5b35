package io.cloudpbx.carrier;

import io.cloudpbx.startup.CannotStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Refuses a half-configured start, naming all that is missing or wrong at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TwilioSettings.class, PublicUrl.class, FallbackSettings.class})
class CarrierConfiguration {
    private static final Map<String, String> REQUIRED = Map.of(
            "public.url", "PUBLIC_URL (how the carrier reaches this server)",
            "twilio.account-sid", "TWILIO_ACCOUNT_SID",
            "twilio.auth-token", "TWILIO_AUTH_TOKEN",
            "twilio.toll-free-number", "TWILIO_TOLL_FREE_NUMBER (the main number)");

    private static final Map<String, String> ELSEWHERE =
            Map.of("fallback.url", "FALLBACK_URL", "fallback.sms-url", "FALLBACK_SMS_URL");

    /** Before anything is made that needs them, the database's server among it. */
    @Bean
    static BeanFactoryPostProcessor requiredSettings(Environment environment) {
        return beans -> {
            require(environment);
            requireElsewhere(environment);
        };
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

    static void requireElsewhere(Environment environment) {
        List<String> complaints = ELSEWHERE.entrySet().stream()
                .flatMap(setting -> Optional.ofNullable(environment.getProperty(setting.getKey()))
                        .filter(value -> !value.isBlank())
                        .flatMap(value -> FallbackSettings.complaint(
                                setting.getValue(), value, environment.getProperty("public.url", "")))
                        .stream())
                .sorted()
                .toList();
        if (!complaints.isEmpty()) {
            throw new CannotStart(String.join(" ", complaints) + " docs/going-live.md says how.");
        }
    }
}
