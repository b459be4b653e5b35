package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which role may do what (S10). What nobody thought of is for who runs the company when it changes something, and for
 * everybody inside when it only reads; a test holds every route against a table, so that somebody does think of it.
 */
final class Permissions {
    private static final String[] PUBLIC_PAGES = {
        "/health",
        "/sign-in",
        "/sign-in/*",
        "/setup/*",
        "/join/*",
        "/new-password/*",
        "/a/**",
        "/media/*",
        "/greetings/*",
        "/favicon.ico",
        "/robots.txt",
        "/error"
    };

    /** What whoever was given a link is shown. */
    private static final String[] LINKS = {"/api/setup/*", "/api/join/*", "/api/new-password/*"};

    /** Where one person's right to act comes from, and everybody's data at once: not even read by everybody. */
    private static final String[] ADMINS = {
        "/api/people",
        "/api/people/**",
        "/api/audit",
        "/api/audit/**",
        "/api/tokens",
        "/api/tokens/**",
        "/api/settings/storage",
        "/api/webhooks",
        "/api/webhooks/**",
        "/api/contacts/import",
        "/api/contacts/import/**",
        "/api/contacts/*/deletion",
        "/api/numbers/examination",
        "/api/numbers/examination.txt",
        "/api/opt-outs/import",
        "/api/opt-outs/*/undo",
        "/api/*/*.csv",
        "/api/*/*/*.csv",
        "/api/*/*/*.jsonl"
    };

    /** What people said to each other is not heard by everybody who may read. */
    private static final String PEOPLES_VOICES = "/api/calls/*/recordings/*/audio";

    /** The daily work with customers. */
    private static final String[] AGENTS = {
        "/api/callflow/closures/*",
        "/api/calls",
        "/api/calls/*/ask",
        "/api/calls/*/hang-up",
        "/api/calls/*/hold",
        "/api/calls/*/join",
        "/api/calls/*/park",
        "/api/calls/*/pass-on",
        "/api/calls/*/pick-up",
        "/api/calls/*/resume",
        "/api/calls/*/stop-recording",
        "/api/calls/*/transfer",
        "/api/contacts/**",
        "/api/conversations/**",
        "/api/extensions/*/do-not-disturb",
        "/api/media",
        "/api/messages/**",
        "/api/missed-calls/**",
        "/api/opt-outs/**",
        "/api/saved-replies/**",
        "/api/sms/send",
        "/api/voicemails/**"
    };

    private Permissions() {}

    static void configure(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        open(requests);
        requests.requestMatchers("/api/account/**").hasAuthority(Authorities.BY_SESSION);
        requests.requestMatchers("/api/init-db").hasRole(Role.OWNER.name());
        requests.requestMatchers(HttpMethod.PUT, "/api/people/policy").hasRole(Role.OWNER.name());
        requests.requestMatchers(ADMINS).hasRole(Role.ADMIN.name());
        requests.requestMatchers(PEOPLES_VOICES).hasRole(Role.AGENT.name());
        requests.requestMatchers(HttpMethod.GET, "/api/**").hasRole(Role.READ_ONLY.name());
        requests.requestMatchers(HttpMethod.HEAD, "/api/**").hasRole(Role.READ_ONLY.name());
        requests.requestMatchers(HttpMethod.GET, "/**").authenticated();
        requests.requestMatchers(HttpMethod.HEAD, "/**").authenticated();
        requests.requestMatchers(HttpMethod.PUT, "/api/contacts/fields").hasRole(Role.ADMIN.name());
        requests.requestMatchers(HttpMethod.DELETE, "/api/contacts/*").hasRole(Role.ADMIN.name());
        requests.requestMatchers(AGENTS).hasRole(Role.AGENT.name());
        requests.anyRequest().hasRole(Role.ADMIN.name());
    }

    private static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll();
        requests.requestMatchers(HttpMethod.GET, PUBLIC_PAGES).permitAll();
        requests.requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES).permitAll();
        requests.requestMatchers(HttpMethod.GET, LINKS).permitAll();
        requests.requestMatchers(HttpMethod.POST, LINKS).permitAll();
        requests.requestMatchers(HttpMethod.POST, "/api/session", "/api/session/link", "/api/session/passkey/**")
                .permitAll();
        requests.requestMatchers(HttpMethod.DELETE, "/api/session").permitAll();
        requests.requestMatchers(HttpMethod.POST, ContentReportsController.PATH).permitAll();
    }
}
