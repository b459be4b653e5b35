package io.cloudpbx.pages.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.web.RoleLines;
import io.cloudpbx.access.web.WebTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code openapi.json} is what the running program takes and answers, no more and no less. */
@WebTest
class ApiDescriptionTest {
    private static final Path KEPT = Path.of("src/main/resources/io/cloudpbx/pages/openapi.json");
    private static final int CHANGES_SHOWN = 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Where the code of a problem is the one of the gate's rule that keeps a text, and says so with {@code rule}. */
    private static final Set<String> GATE =
            Set.of("io.cloudpbx.messaging.web.Sent.answer", "io.cloudpbx.campaigns.web.WordingController.test");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void the_kept_description_is_the_one_that_the_program_gives() throws IOException {
        String written = JSON.writeValueAsString(description().document()) + "\n";
        if (Boolean.getBoolean("api.write")) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, written);
        }
        String kept = Files.readString(KEPT);
        assertThat(kept.equals(written))
                .as(
                        "Write it anew with -Dtest=ApiDescriptionTest -Dapi.write=true, and look at what changed:%n%s",
                        changed(kept, written))
                .isTrue();
    }

    /** Some of what is in only one of them; both are far too long to be read. */
    private static String changed(String kept, String written) {
        Set<String> keptLines = kept.lines().collect(Collectors.toSet());
        Set<String> writtenLines = written.lines().collect(Collectors.toSet());
        return Stream.concat(
                        keptLines.stream()
                                .filter(line -> !writtenLines.contains(line))
                                .map(line -> "- " + line),
                        writtenLines.stream()
                                .filter(line -> !keptLines.contains(line))
                                .map(line -> "+ " + line))
                .limit(CHANGES_SHOWN)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void every_route_is_described_and_none_is_invented() throws IOException {
        assertThat(described()).containsExactlyInAnyOrderElementsOf(routes());
        assertThat(summaries().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void every_part_of_the_API_has_a_name_for_readers() throws IOException {
        assertThat(groups().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        routes().stream().map(Description::firstWord).collect(Collectors.toSet()));
        assertThat(operations().map(operation -> operation.at("/tags/0").asString()))
                .doesNotContain("")
                .contains("Call flow", "Setting up");
    }

    @Test
    void each_says_who_may_what_it_does_and_what_it_answers() throws IOException {
        operations().forEach(operation -> {
            assertThat(operation.get("summary").asString()).isNotBlank();
            assertThat(operation.get("x-role").asString()).isIn("anybody", "read-only", "agent", "admin", "owner");
            assertThat(operation.get("responses").size()).isGreaterThan(1);
        });
        assertThat(operations().map(operation -> operation.get("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_variable_of_a_path_is_a_parameter() throws IOException {
        kept().get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(operation
                                        .getValue()
                                        .path("parameters")
                                        .valueStream()
                                        .filter(parameter ->
                                                parameter.get("in").asString().equals("path"))
                                        .map(parameter -> parameter.get("name").asString()))
                                .as(operation.getKey() + " " + path.getKey())
                                .containsExactlyElementsOf(Pattern.compile("\\{(\\w+)}")
                                        .matcher(path.getKey())
                                        .results()
                                        .map(found -> found.group(1))
                                        .toList())));
    }

    /** Both lists are read from the sources, by the compiler's parser; a code that it cannot read would be missing here. */
    @Test
    void every_problem_code_is_listed_with_its_sentence() throws IOException {
        var sites = RefusalSites.of(Path.of("src/main/java"));
        Set<String> inCode = sites.byMethod().values().stream()
                .flatMap(Set::stream)
                .map(Refusal::code)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(sites.unreadable()).containsOnlyElementsOf(GATE);
        assertThat(kept().get("x-problems")
                        .valueStream()
                        .map(problem -> problem.get("code").asString()))
                .containsExactlyElementsOf(inCode)
                .contains("webhook_not_found", "campaign_state", "campaign_not_draft", "too_many_attempts");
    }

    @Test
    void what_a_route_refuses_is_found_through_services_lambdas_and_what_they_call() throws IOException {
        assertThat(codes("/api/webhooks/{id}", "put")).contains("webhook_not_found", "invalid_fields");
        assertThat(codes("/api/campaigns/{id}/start", "post")).contains("campaign_not_found", "campaign_state");
        assertThat(codes("/api/calls", "get")).doesNotContain("webhook_not_found", "campaign_not_found");
    }

    @Test
    void what_asks_for_a_fresh_proof_says_so() throws IOException {
        assertThat(codes("/api/tokens", "post")).contains("step_up_required");
        assertThat(codes("/api/tokens", "get")).doesNotContain("step_up_required");
    }

    private static List<String> codes(String path, String method) throws IOException {
        return kept().get("paths")
                .get(path)
                .get(method)
                .get("responses")
                .valueStream()
                .flatMap(answer -> answer.path("x-codes").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private Description description() throws IOException {
        Map<String, String> roles = RoleLines.byAddress();
        var description = new Description(new Description.Known(
                summaries(),
                examples(),
                roles,
                groups(),
                RoleLines.fresh(),
                RefusalSites.of(Path.of("src/main/java")),
                new Reach(Path.of("target/classes"))));
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api/")))
                .sorted(Comparator.comparing(route -> route.getKey().toString()))
                .forEach(route -> description.add(route.getKey(), route.getValue()));
        return description;
    }

    private Set<String> routes() {
        return RoleLines.ofProgram(requestMappingHandlerMapping).stream()
                .filter(address -> address.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        kept().get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return described;
    }

    private static Stream<JsonNode> operations() throws IOException {
        return kept().get("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static JsonNode kept() throws IOException {
        return JSON.readTree(Files.readString(KEPT));
    }

    private static Map<String, Object> examples() throws IOException {
        try (InputStream kept = ApiDescriptionTest.class.getResourceAsStream("examples.json")) {
            return JSON.readValue(Objects.requireNonNull(kept), new TypeReference<>() {});
        }
    }

    private static Map<String, String> groups() throws IOException {
        return lines("groups.txt");
    }

    private static Map<String, String> summaries() throws IOException {
        return lines("routes.txt");
    }

    private static Map<String, String> lines(String name) throws IOException {
        try (InputStream lines = ApiDescriptionTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+\\| ", 2))
                    .collect(Collectors.toMap(parts -> parts[0].replaceAll("\\s+", " "), parts -> parts[1]));
        }
    }
}
