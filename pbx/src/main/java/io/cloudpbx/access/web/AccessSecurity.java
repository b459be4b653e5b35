package io.cloudpbx.access.web;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.account.Demo;
import io.cloudpbx.problems.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** Everything that is not the carrier's: refused unless somebody is signed in, but for the few addresses listed here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessSecurity {
    static final String[] PUBLIC_PAGES = {
        "/health", "/sign-in", "/sign-in/*", "/setup/*", "/a/**", "/media/*", "/favicon.ico", "/robots.txt", "/error"
    };

    /** What the company is: read by everybody inside, changed by who runs it. */
    private static final String[] SET_UP_BY_ADMINS = {
        "/api/settings/**",
        "/api/extensions/**",
        "/api/numbers/**",
        "/api/knowledge/**",
        "/api/receptionist/**",
        "/api/campaigns/**",
        "/api/audiences/**"
    };

    @Bean
    CookieCsrfTokenRepository csrfTokens(AccessSettings settings) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(settings.overHttps()).sameSite("Lax"));
        return tokens;
    }

    /** Nobody signs in through Spring's own forms; without this it would invent a user with a printed password. */
    @Bean
    UserDetailsService noUsersOfSprings() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Bean
    @Order(100)
    SecurityFilterChain people(
            HttpSecurity http, AccessSettings settings, Sessions sessions, Refusals refusals, Filters filters) {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(policy -> policy.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(headers -> new PageHeaders(settings).configure(headers))
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(filters.csrfTokens())
                        .ignoringRequestMatchers(BearerFilter::isBearer))
                .addFilterBefore(filters.sameSite(), CsrfFilter.class)
                .addFilterBefore(filters.bearer(), CsrfFilter.class)
                .authorizeHttpRequests(AccessSecurity::authorize)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The filters of the chain; not beans, which would make them filters of every other chain as well. */
    record Filters(CookieCsrfTokenRepository csrfTokens, SameSiteFilter sameSite, BearerFilter bearer) {}

    @Bean
    Filters accessFilters(CookieCsrfTokenRepository csrfTokens, ProblemWriter problems, ApiTokens tokens, Demo demo) {
        return new Filters(csrfTokens, new SameSiteFilter(problems), new BearerFilter(tokens, demo));
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/session", "/api/session/link", "/api/setup/*")
                .permitAll()
                .requestMatchers(HttpMethod.DELETE, "/api/session")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/setup/*")
                .permitAll()
                .requestMatchers("/api/init-db")
                .hasRole("OWNER")
                .requestMatchers("/api/tokens", "/api/tokens/**")
                .hasAnyRole("OWNER", "ADMIN")
                .requestMatchers(HttpMethod.GET, "/**")
                .authenticated()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .authenticated()
                .requestMatchers(SET_UP_BY_ADMINS)
                .hasAnyRole("OWNER", "ADMIN")
                .anyRequest()
                .hasAnyRole("OWNER", "ADMIN", "AGENT");
    }
}
