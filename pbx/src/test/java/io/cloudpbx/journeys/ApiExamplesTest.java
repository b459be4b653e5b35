package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every example of the API's documentation, run against the demo's company, answers what the documentation says. */
class ApiExamplesTest {
    private final Company company = TwoPrograms.sharedAfternoon().company();
    private final JsonNode description = company.get("/api/openapi.json").body();

    private record Example(String method, JsonNode operation) {
        String path() {
            return operation.at("/x-example/path").asString();
        }

        @Nullable
        String body() {
            JsonNode body = operation.at("/x-example/body");
            return body.isMissingNode() ? null : body.toString();
        }

        int success() {
            return operation
                    .get("responses")
                    .propertyStream()
                    .map(answer -> answer.getKey())
                    .filter(status -> status.startsWith("2"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void each_answers_as_it_is_described() {
        List<String> wrong = new ArrayList<>();
        List<Example> examples = examples().toList();
        for (Example example : examples) {
            String name = example.method() + " " + example.path();
            var reply = company.send(example.method(), example.path(), example.body());
            if (reply.status() != example.success()) {
                wrong.add("%s answered %d %s".formatted(name, reply.status(), reply.body()));
            } else {
                Schema.ofAnswer(description, example.operation(), reply.status())
                        .violations(reply.body(), name)
                        .forEach(wrong::add);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).hasSizeGreaterThan(40);
    }

    @Test
    void an_answer_that_is_otherwise_than_described_is_noticed() {
        var call = description.at("/paths/~1api~1calls/get");
        var schema = Schema.ofAnswer(description, call, 200);

        assertThat(schema.violations(Company.JSON.readTree("{\"items\": [], \"next\": null}"), "calls"))
                .isEmpty();
        assertThat(schema.violations(Company.JSON.readTree("{\"items\": {}, \"more\": 1}"), "calls"))
                .containsExactly(
                        "calls.next is missing", "calls.items is object, not [array]", "calls.more is not described");
    }

    private Stream<Example> examples() {
        return description
                .get("paths")
                .valueStream()
                .flatMap(path -> path.propertyStream()
                        .filter(operation -> operation.getValue().has("x-example"))
                        .map(operation ->
                                new Example(operation.getKey().toUpperCase(Locale.ROOT), operation.getValue())));
    }
}
