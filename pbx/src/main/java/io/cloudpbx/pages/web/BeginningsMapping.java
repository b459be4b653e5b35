package io.cloudpbx.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Spring asks every route with a variable in its path whether a request is for it; with some hundred routes that is a fifth of what a
 * webhook costs. This asks first those that begin as the address does. Where not exactly one of them says yes, Spring decides.
 */
final class BeginningsMapping extends RequestMappingHandlerMapping {
    /** The names before the second, third or last slash. */
    private static final Pattern BEGINNING = Pattern.compile("/[^/]*/[^/]*");

    /** Of routes that begin with fewer names than that, or with a variable. */
    private static final String ANYHOW = "";

    private volatile Map<String, List<Route>> routes = Map.of();

    private record Route(RequestMappingInfo info, HandlerMethod handler) {}

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
        super.registerHandlerMethod(handler, method, route);
        note(new Route(route, createHandlerMethod(handler, method)));
    }

    @Override
    public void registerMapping(RequestMappingInfo route, Object handler, Method method) {
        super.registerMapping(route, handler, method);
        note(new Route(route, createHandlerMethod(handler, method)));
    }

    private synchronized void note(Route route) {
        Map<String, List<Route>> more = new HashMap<>(routes);
        for (String beginning : beginnings(route.info()).collect(Collectors.toSet())) {
            List<Route> known = new ArrayList<>(more.getOrDefault(beginning, List.of()));
            known.add(route);
            more.put(beginning, known);
        }
        routes = more;
    }

    private static Stream<String> beginnings(RequestMappingInfo route) {
        var patterns = route.getPathPatternsCondition();
        return patterns == null
                ? Stream.of(ANYHOW)
                : patterns.getPatterns().stream()
                        .map(PathPattern::getPatternString)
                        .map(BeginningsMapping::literal)
                        .map(BeginningsMapping::beginning);
    }

    /** The names before the first variable, each whole. */
    private static String literal(String pattern) {
        String before = pattern.split("[{*?]", 2)[0];
        return before.length() == pattern.length() ? pattern : before.substring(0, before.lastIndexOf('/'));
    }

    private static String beginning(String path) {
        var found = BEGINNING.matcher(path);
        return found.lookingAt() ? found.group() : ANYHOW;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        String address = request.getRequestURI();
        List<Route> matches = isWrittenOtherwise(address) ? List.of() : matches(beginning(address), request);
        if (matches.size() != 1) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        Route match = matches.getFirst();
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, match.handler());
        handleMatch(match.info(), lookupPath, request);
        return match.handler();
    }

    /** Then letters may stand there in another way than in the route. */
    private static boolean isWrittenOtherwise(String address) {
        return address.indexOf('%') >= 0 || address.indexOf(';') >= 0;
    }

    private List<Route> matches(String beginning, HttpServletRequest request) {
        List<Route> matches = new ArrayList<>();
        addMatching(routes.getOrDefault(beginning, List.of()), request, matches);
        if (!beginning.equals(ANYHOW)) {
            addMatching(routes.getOrDefault(ANYHOW, List.of()), request, matches);
        }
        return matches;
    }

    private void addMatching(List<Route> some, HttpServletRequest request, List<Route> matches) {
        for (Route route : some) {
            RequestMappingInfo match = getMatchingMapping(route.info(), request);
            if (match != null) {
                matches.add(new Route(match, route.handler()));
            }
        }
    }
}
