package io.cloudpbx.dashboard.web;

import io.cloudpbx.dashboard.Changes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells all browsers what somebody changed by API that has no news of its own. Calls, conversations, messages, campaigns, numbers and
 * extensions have: they change by themselves as well.
 */
@Component
class ChangeNews implements WebMvcConfigurer, HandlerInterceptor {
    private static final Pattern TOLD = Pattern.compile(
            "/api/(audiences|contacts|greetings|knowledge|opt-outs|people|receptionist|routing|saved-replies|settings|text-backs|tokens|webhooks)(/.*)?");
    /** A page's name for itself. */
    private static final Pattern PAGE = Pattern.compile("[0-9a-f]{32}");

    private final Changes changes;

    ChangeNews(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getRequestURI();
        if (failed == null
                && !isRead
                && response.getStatus() < 300
                && TOLD.matcher(path).matches()) {
            changes.tell(path, page(request));
        }
    }

    private static @Nullable String page(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Page"))
                .filter(name -> PAGE.matcher(name).matches())
                .orElse(null);
    }
}
