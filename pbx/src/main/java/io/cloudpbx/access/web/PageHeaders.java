package io.cloudpbx.access.web;

import io.cloudpbx.access.AccessSettings;
import java.net.URI;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers of every answer (S3, {@code dashboard.md} section 10). */
record PageHeaders(AccessSettings settings) {
    private static final String CONTENT = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
            connect-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
            require-trusted-types-for 'script'; trusted-types lit-html; report-uri\s""" + ContentReportsController.PATH;

    private static final String NO_DEVICES = "camera=(), display-capture=(), geolocation=(), payment=(), usb=()";

    void configure(HeadersConfigurer<?> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES + ", microphone=" + microphone()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(
                        policy -> policy.includeSubDomains(true).maxAgeInSeconds(31_536_000));
    }

    /** In sandbox mode the carrier's browser phone may be framed, and nothing else ever. */
    private String contentPolicy() {
        URI phone = settings.phoneUrl();
        return phone == null ? CONTENT : CONTENT + "; frame-src " + origin(phone);
    }

    /** A frame gets the microphone only when the page around it might have it too. */
    private String microphone() {
        URI phone = settings.phoneUrl();
        return phone == null ? "()" : "(self \"%s\")".formatted(origin(phone));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
