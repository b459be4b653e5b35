package io.cloudpbx.pages.api;

import static io.cloudpbx.pages.api.Schemas.map;

import io.cloudpbx.pages.api.Schemas.Way;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The API as OpenAPI 3.1 has it, made from what the program really takes and answers. */
final class Description {
    private static final String GATE =
            "A text that the gate keeps is refused with the `code` of the rule that keeps it, and with `rule`.";
    private static final String RESPONSE_ENTITY = ResponseEntity.class.getName();
    private static final Map<String, Integer> BY_BUILDER = Map.of("created", 201, "accepted", 202, "noContent", 204);

    private final Schemas schemas = new Schemas();
    private final Parameters parameters = new Parameters(schemas);
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();
    private final Set<Refusal> refusals = new TreeSet<>();
    private final Known known;

    /**
     * What is known of the routes beside their code.
     *
     * @param summaries by address, such as {@code GET /api/calls}
     * @param examples a request, by address
     * @param roles the least role that may, by address, with {@code by session} behind it when API tokens are refused
     * @param groups what readers know the operations as, by the first word of their path
     * @param fresh addresses that ask a person for a proof of the last minutes
     */
    record Known(
            Map<String, String> summaries,
            Map<String, Object> examples,
            Map<String, String> roles,
            Map<String, String> groups,
            Set<String> fresh,
            RefusalSites sites,
            Reach reach) {
        Set<Refusal> refusals(Class<?> type, String method) {
            return reach.from(type, method).stream()
                    .flatMap(each -> sites.byMethod().getOrDefault(each, Set.of()).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    Description(Known known) {
        this.known = known;
        known.sites().byMethod().values().forEach(refusals::addAll);
    }

    /** Two handlers of one address differ by what they answer in. */
    void add(RequestMappingInfo route, HandlerMethod handler) {
        for (String path : route.getPatternValues()) {
            if (!path.startsWith("/api/")) {
                continue;
            }
            route.getMethodsCondition().getMethods().forEach(method -> {
                String address = method + " " + path;
                var operations = paths.computeIfAbsent(path, key -> new TreeMap<>());
                var operation = operation(address, route, handler);
                operations.merge(method.name().toLowerCase(Locale.ROOT), operation, Description::both);
            });
        }
    }

    /** The second handler's ways to answer stand beside the first's. */
    private static Object both(Object one, Object other) {
        answers(other)
                .forEach((status, answer) -> answers(one).merge(status, answer, (here, there) -> {
                    content(here).putAll(content(there));
                    return here;
                }));
        return one;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(Object operation) {
        return Objects.requireNonNull((Map<String, Object>) ((Map<String, Object>) operation).get("responses"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> content(Object answer) {
        return (Map<String, Object>)
                ((Map<String, Object>) answer).getOrDefault("content", new LinkedHashMap<String, Object>());
    }

    private Map<String, Object> operation(String address, RequestMappingInfo route, HandlerMethod handler) {
        String role = known.roles().getOrDefault(address, "");
        var operation = map(
                "operationId", operationId(address),
                "tags", List.of(known.groups().getOrDefault(firstWord(address), "")),
                "summary", known.summaries().getOrDefault(address, ""),
                "x-role", role.replace(" by session", ""),
                "security", security(role));
        var taken = parameters.of(handler);
        if (!taken.isEmpty()) {
            operation.put("parameters", taken);
        }
        parameters
                .body(handler, types(route.getConsumesCondition().getConsumableMediaTypes()))
                .ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses(address, route, handler));
        example(address, role, operation).ifPresent(example -> operation.put("x-example", example));
        return operation;
    }

    /** One that is kept; else a list or the like can be asked for as it is. */
    private Optional<Object> example(String address, String role, Map<String, Object> operation) {
        if (known.examples().containsKey(address)) {
            return Optional.of(known.examples().get(address));
        }
        boolean simple = address.startsWith("GET ")
                && !address.contains("{")
                && !role.equals("anybody")
                && !role.endsWith("by session")
                && String.valueOf(operation.get("responses")).contains("application/json=")
                && !String.valueOf(operation.get("parameters")).contains("required=true");
        return simple ? Optional.of(map("path", address.substring(4))) : Optional.empty();
    }

    /** What stands behind {@code /api/}. */
    static String firstWord(String address) {
        return address.replaceAll("^\\S+ /api/([^/.]+).*", "$1");
    }

    private static String operationId(String address) {
        return address.replaceAll("[^A-Za-z]+", "_")
                .replaceAll("_api_|_$", "_")
                .replaceAll("_$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Object> security(String role) {
        if (role.equals("anybody")) {
            return List.of();
        }
        return role.endsWith("by session")
                ? List.of(map("session", List.of()))
                : List.of(map("token", List.of()), map("session", List.of()));
    }

    private Map<String, Object> responses(String address, RequestMappingInfo route, HandlerMethod handler) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(String.valueOf(status(handler)), answer(route, handler));
        Stream.concat(
                        known
                                .refusals(
                                        handler.getBeanType(),
                                        handler.getMethod().getName())
                                .stream(),
                        askedFirst(address))
                .collect(Collectors.groupingBy(Refusal::status, TreeMap::new, Collectors.toList()))
                .forEach((status, here) -> responses.put(String.valueOf(status), problem(here)));
        if (callsSent(handler)) {
            responses.compute("422", (status, refusals) -> kept(refusals == null ? map() : refusals));
        }
        responses.put("default", map("$ref", "#/components/responses/Problem"));
        return responses;
    }

    /** What a filter refuses before any handler is reached. */
    private Stream<Refusal> askedFirst(String address) {
        return known.fresh().contains(address)
                ? refusals.stream().filter(refusal -> refusal.code().equals("step_up_required"))
                : Stream.empty();
    }

    /** The gate's rules are many, and each names itself. */
    @SuppressWarnings("unchecked")
    private static Object kept(Object refusals) {
        var answer = (Map<String, Object>) refusals;
        answer.merge("description", GATE, (words, more) -> words + "\n\n" + more);
        return answer;
    }

    private int status(HandlerMethod handler) {
        var stated = handler.getMethodAnnotation(ResponseStatus.class);
        if (stated != null) {
            return stated.value().value();
        }
        Predicate<String> asks = builder ->
                known.reach().asks(handler.getBeanType(), handler.getMethod().getName(), RESPONSE_ENTITY, builder);
        boolean usual = asks.test("ok");
        return BY_BUILDER.keySet().stream()
                .filter(builder -> !usual && asks.test(builder))
                .map(BY_BUILDER::get)
                .findFirst()
                .orElseGet(() ->
                        ResponseEntity.class == handler.getMethod().getReturnType() && callsSent(handler) ? 201 : 200);
    }

    /** A text that is kept to be sent is created wherever that is answered. */
    private boolean callsSent(HandlerMethod handler) {
        return known.reach().from(handler.getBeanType(), handler.getMethod().getName()).stream()
                .anyMatch(each -> each.equals("io.cloudpbx.messaging.web.Sent.answer"));
    }

    private Map<String, Object> answer(RequestMappingInfo route, HandlerMethod handler) {
        Type type = within(handler.getMethod().getGenericReturnType());
        var produced = types(route.getProducesCondition().getProducibleMediaTypes());
        var answer = map("description", "Done.");
        if (type == Resource.class) {
            answer.putAll(
                    Parameters.content(produced.isEmpty() ? List.of("application/octet-stream") : produced, map()));
        } else if (type == String.class) {
            answer.putAll(Parameters.content(produced.isEmpty() ? List.of("text/html") : produced, map()));
        } else if (type != void.class && type != Void.class) {
            answer.putAll(Parameters.content(
                    produced.isEmpty() ? List.of("application/json") : produced, schemas.of(type, Way.ANSWERED)));
        } else if (!produced.isEmpty() || route.toString().contains(".csv")) {
            answer.putAll(Parameters.content(produced.isEmpty() ? List.of("text/csv") : produced, map()));
        }
        return answer;
    }

    private static Type within(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    private static Map<String, Object> problem(Collection<Refusal> here) {
        String words = here.stream()
                .map(refusal -> "`" + refusal.code() + "`: " + refusal.sentence())
                .collect(Collectors.joining("\n\n"));
        var answer = map(
                "description",
                words,
                "x-codes",
                here.stream().map(Refusal::code).distinct().toList());
        answer.putAll(
                Parameters.content(List.of("application/problem+json"), map("$ref", "#/components/schemas/Problem")));
        return answer;
    }

    private static List<String> types(Collection<MediaType> types) {
        return types.stream().map(MediaType::toString).sorted().toList();
    }

    /** The whole document, in an order that does not change by itself. */
    Map<String, Object> document() {
        Map<String, Object> components = new TreeMap<>(schemas.components());
        components.put("Problem", Frame.problem());
        return map(
                "openapi", "3.1.0",
                "info", Frame.info(),
                "servers", List.of(map("url", "/")),
                "paths", paths,
                "components",
                        map(
                                "securitySchemes", Frame.securitySchemes(),
                                "responses", map("Problem", Frame.anyProblem()),
                                "schemas", components),
                "x-problems", codes());
    }

    private List<Object> codes() {
        List<Object> listed = new ArrayList<>();
        refusals.stream()
                .collect(Collectors.groupingBy(Refusal::code, TreeMap::new, Collectors.toList()))
                .forEach((code, here) -> listed.add(map(
                        "code", code,
                        "status",
                                here.stream()
                                        .map(Refusal::status)
                                        .distinct()
                                        .sorted()
                                        .toList(),
                        "sentences",
                                here.stream().map(Refusal::sentence).distinct().toList())));
        return listed;
    }
}
