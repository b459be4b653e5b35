package io.cloudpbx.carrier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
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
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nobody signs in or out here; each filter that looks would look at every webhook.
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .build();
    }
}
