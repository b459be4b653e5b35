package io.cloudpbx.access.web;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.account.ApiTokens;
import io.cloudpbx.access.account.Demo;
import io.cloudpbx.problems.web.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** Everything that is not the carrier's: refused unless somebody is signed in whose role allows it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessSecurity {
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
                        .ignoringRequestMatchers(BearerFilter::isBearer)
                        .ignoringRequestMatchers(ContentReportsController.PATH))
                .addFilterBefore(filters.sameSite(), CsrfFilter.class)
                .addFilterBefore(filters.bearer(), CsrfFilter.class)
                .authorizeHttpRequests(Permissions::configure)
                .addFilterAfter(filters.stepUp(), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The filters of the chain; not beans, which would make them filters of every other chain as well. */
    record Filters(
            CookieCsrfTokenRepository csrfTokens, SameSiteFilter sameSite, BearerFilter bearer, StepUpFilter stepUp) {}

    @Bean
    Filters accessFilters(
            CookieCsrfTokenRepository csrfTokens,
            ProblemWriter problems,
            ApiTokens tokens,
            Demo demo,
            Freshness freshness) {
        return new Filters(
                csrfTokens,
                new SameSiteFilter(problems),
                new BearerFilter(tokens, demo),
                new StepUpFilter(freshness, problems));
    }
}
