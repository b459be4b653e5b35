package io.cloudpbx.carrier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Everything the carrier calls: no session, no CSRF token, the signature alone (S2). */
@Configuration
class WebhookSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain carrierWebhooks(HttpSecurity http, TwilioSettings twilio, PublicUrl publicUrl) {
        var filter = new SignatureFilter(new WebhookSignature(twilio.requiredAuthToken()), publicUrl);
        return http.securityMatcher("/ivr/**", "/sms/**")
                .addFilterBefore(filter, AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // Nobody signs in or out here, and no session is begun; each filter that looks would look at every
                // webhook.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .build();
    }
}
