package io.cloudpbx.review.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Page;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import io.cloudpbx.review.RunTurn;
import io.cloudpbx.review.Runs;
import io.cloudpbx.review.SavedTest;
import io.cloudpbx.review.Tests;
import io.cloudpbx.review.flow.Expectation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/receptionist/tests}. */
@RestController
@RequestMapping("/api/receptionist/tests")
class TestsController {
    private final Tests tests;
    private final Runs runs;
    private final JsonMapper json;

    TestsController(Tests tests, Runs runs, JsonMapper json) {
        this.tests = tests;
        this.runs = runs;
        this.json = json;
    }

    /** @param action kind of a decision; {@code target} whom or what it should name */
    record Body(
            @NotNull UUID callId,
            @NotNull Integer turn,
            @NotBlank String action,
            @Nullable String target) {}

    /** @param speaker caller or receptionist */
    record Line(String speaker, String words) {
        static Line of(Spoken spoken) {
            return new Line(spoken.speaker().name().toLowerCase(Locale.ROOT), spoken.words());
        }
    }

    /** @param last how it ended when it was run last; null when it never was */
    record TestBody(
            UUID id,
            UUID callId,
            int turn,
            List<Line> earlier,
            String heard,
            String language,
            String action,
            @Nullable String target,
            @Nullable String targetName,
            Instant createdAt,
            String createdBy,
            RunTurn.@Nullable Now last) {
        static TestBody of(SavedTest test, RunTurn.@Nullable Now last) {
            return new TestBody(
                    test.id(),
                    test.callId(),
                    test.turn(),
                    test.said().earlier().stream().map(Line::of).toList(),
                    test.said().heard(),
                    test.language(),
                    test.expected().kind(),
                    test.expected().target(),
                    test.expectedName(),
                    test.createdAt(),
                    test.createdBy(),
                    last);
        }
    }

    @GetMapping
    Page<TestBody> all() {
        Map<UUID, RunTurn.Now> last = runs.lastOfTests().stream()
                .collect(toMap(
                        turn -> Objects.requireNonNull(turn.testId()), turn -> Objects.requireNonNull(turn.now())));
        return Page.whole(tests.all().stream()
                .map(test -> TestBody.of(test, last.get(test.id())))
                .toList());
    }

    @PostMapping
    ResponseEntity<TestBody> make(@Valid @RequestBody Body body, SignedIn who) {
        var made = tests.make(body.callId(), body.turn(), new Expectation(body.action(), body.target()), who.name());
        return ResponseEntity.created(URI.create("/api/receptionist/tests/" + made.id()))
                .body(TestBody.of(made, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        tests.delete(id);
    }

    private record Utterance(UUID id, String lang, String text) {}

    /** As {@code ./cloudpbx bench receptionist --utterances} reads them: the words alone, each as if a call began with them. */
    @GetMapping(path = "/export.jsonl", produces = "application/jsonl")
    ResponseEntity<String> export() {
        String lines = tests.all().stream()
                .map(test ->
                        new Utterance(test.id(), test.language(), test.said().heard()))
                .map(row -> json.writeValueAsString(row) + "\n")
                .collect(joining());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receptionist-tests.jsonl\"")
                .body(lines);
    }
}
