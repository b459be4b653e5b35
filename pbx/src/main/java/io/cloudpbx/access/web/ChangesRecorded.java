package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriUtils;

/**
 * Every change of what the company is leaves a line in the audit log (S9), by its address, so that nobody who adds a
 * setting can forget it. Written once the change was answered, past its transaction: a crash in between loses the line, and
 * no refused change leaves one. What tells more in a line of its own (people, tokens, contacts, campaigns, repairs) is not repeated.
 */
@Configuration(proxyBeanMethods = false)
class ChangesRecorded implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String[] WHAT_THE_COMPANY_IS = {
        "/api/callflow/**",
        "/api/contacts/fields",
        "/api/extensions/**",
        "/api/greetings/**",
        "/api/knowledge/**",
        "/api/numbers/**",
        "/api/opt-outs/import",
        "/api/receptionist/**",
        "/api/routing/**",
        "/api/saved-replies/**",
        "/api/settings/**",
        "/api/text-backs/**",
        "/api/webhooks/**"
    };

    private static final String[] TOLD_BETTER = {"/api/numbers/repair", "/api/numbers/*/repair"};

    private static final Pattern PUNCTUATION = Pattern.compile("[+().\\s-]");
    private static final Pattern DIGITS = Pattern.compile("\\d{7,15}");

    private final Audit audit;

    ChangesRecorded(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(WHAT_THE_COMPANY_IS).excludePathPatterns(TOLD_BETTER);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!READING.contains(request.getMethod())
                && response.getStatus() < 400
                && authentication != null
                && authentication.getPrincipal() instanceof SignedIn who) {
            audit.record(Audit.Entry.of(who.userId(), request.getRemoteAddr(), "changed")
                    .on(request.getMethod() + " " + what(request.getRequestURI())));
        }
    }

    private static String what(String path) {
        return Arrays.stream(path.split("/")).map(ChangesRecorded::shortened).collect(Collectors.joining("/"));
    }

    /** A phone number may be that of somebody who is to be forgotten some day (C39), and this log only grows: its end says which it is. */
    private static String shortened(String element) {
        String written = UriUtils.decode(element, StandardCharsets.UTF_8);
        String digits = PUNCTUATION.matcher(written).replaceAll("");
        return DIGITS.matcher(digits).matches() ? "…" + digits.substring(digits.length() - 4) : element;
    }
}
