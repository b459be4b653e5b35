package io.cloudpbx.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Spring asks every route with a variable in its path whether a request is for it, and its path last; with some hundred routes that
 * is a fifth of what a webhook costs. This asks first whether the address begins as the route does, in plain text.
 */
final class BeginningsMapping extends RequestMappingHandlerMapping {
    /** By the route itself and not by what it says, which costs as much to look up as it saves. */
    private volatile Map<RequestMappingInfo, List<String>> beginnings = new IdentityHashMap<>();

    /** Of the request that a route is looked up for: each filter wraps it once more, and hundreds of routes would ask through them all. */
    private final ThreadLocal<String> address = new ThreadLocal<>();

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
        super.registerHandlerMethod(handler, method, route);
        note(route);
    }

    @Override
    public void registerMapping(RequestMappingInfo route, Object handler, Method method) {
        super.registerMapping(route, handler, method);
        note(route);
    }

    private synchronized void note(RequestMappingInfo route) {
        Map<RequestMappingInfo, List<String>> more = new IdentityHashMap<>(beginnings);
        more.put(route, beginnings(route));
        beginnings = more;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        address.set(request.getRequestURI());
        try {
            return super.lookupHandlerMethod(lookupPath, request);
        } finally {
            address.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        String asked = Objects.requireNonNullElseGet(address.get(), request::getRequestURI);
        boolean mayBegin = isWrittenOtherwise(asked) || beginsAs(route, asked);
        return mayBegin ? super.getMatchingMapping(route, request) : null;
    }

    private boolean beginsAs(RequestMappingInfo route, String asked) {
        List<String> known = beginnings.get(route);
        if (known == null) {
            return true;
        }
        for (String beginning : known) {
            if (asked.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Then letters may stand there in another way than in the route. */
    private static boolean isWrittenOtherwise(String address) {
        return address.indexOf('%') >= 0 || address.indexOf(';') >= 0;
    }

    private static List<String> beginnings(RequestMappingInfo route) {
        var patterns = route.getPathPatternsCondition();
        return patterns == null
                ? List.of("")
                : patterns.getPatterns().stream()
                        .map(BeginningsMapping::literal)
                        .toList();
    }

    private static String literal(PathPattern pattern) {
        // What ends in a wildcard also stands for the address without its last slash.
        return pattern.getPatternString().split("/?[{*?]", 2)[0];
    }
}
