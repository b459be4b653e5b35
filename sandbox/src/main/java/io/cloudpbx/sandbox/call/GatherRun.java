package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects keys or speech ({@code twilio.md} section 7, {@code <Gather>}). */
final class GatherRun {
    /** The silence after which the carrier takes speech to be over, when the document leaves it to the carrier. */
    private static final Duration AUTOMATIC_SILENCE = Duration.ofSeconds(1);

    private final Leg leg;
    private final PromptPlayer prompts;
    private final Verb.Gather gather;
    private final Deque<Character> keys;
    private final Ear ear;
    private final PartialResults partials;
    private Instant listeningSince = Instant.MIN;

    GatherRun(Leg leg, PromptPlayer prompts, Verb.Gather gather) {
        this.leg = leg;
        this.prompts = prompts;
        this.gather = gather;
        this.keys = leg.takeKeys();
        this.ear = leg.listen();
        this.partials = new PartialResults(leg, gather.partialResult());
    }

    /** What was gathered. */
    private sealed interface Input {
        record Keys(String digits, String finishedOn) implements Input {}

        record Speech(String words) implements Input {}
    }

    Next run() {
        Optional<Input> input;
        try (ear) {
            playPrompts();
            input = collect();
        } finally {
            leg.ignoreKeys();
        }
        return input.map(this::report).orElseGet(this::nothing);
    }

    private void playPrompts() {
        for (Verb.Prompt prompt : gather.prompts()) {
            prompts.play(prompt, () -> gather.bargeIn() && begun());
        }
        if (!gather.bargeIn()) {
            listeningSince = leg.now();
        }
    }

    private boolean begun() {
        return keyPressed() || spoken();
    }

    private boolean keyPressed() {
        return gather.takesKeys() && !keys.isEmpty();
    }

    private boolean spoken() {
        return gather.takesSpeech() && !speech().isEmpty();
    }

    private List<Utterance> speech() {
        return ear.speech().stream()
                .filter(said -> said.clip().end().isAfter(listeningSince))
                .toList();
    }

    private Optional<Input> collect() {
        leg.await(leg.now().plus(gather.timeout()), this::begun);
        if (keyPressed()) {
            return Optional.of(collectKeys());
        }
        return spoken() ? collectSpeech() : Optional.empty();
    }

    private Input collectKeys() {
        StringBuilder digits = new StringBuilder();
        while (leg.await(leg.now().plus(gather.timeout()), this::keyPressed)) {
            char key = keys.remove();
            if (gather.finishOnKey().indexOf(key) >= 0) {
                return new Input.Keys(digits.toString(), String.valueOf(key));
            }
            digits.append(key);
            if (digits.length() == gather.numDigits()) {
                break;
            }
        }
        return new Input.Keys(digits.toString(), "");
    }

    /** Keys win over speech that is not yet over. */
    private Optional<Input> collectSpeech() {
        Instant latest = leg.now().plus(gather.maxSpeechTime());
        while (true) {
            Utterance last = speech().getLast();
            Instant over = last.clip().end().plus(silence());
            boolean more =
                    leg.await(over.isBefore(latest) ? over : latest, () -> keyPressed() || speech().getLast() != last);
            if (!more) {
                return Optional.of(new Input.Speech(words(leg.now())));
            }
            if (keyPressed()) {
                return Optional.of(collectKeys());
            }
            partials.heard(words(leg.now()));
        }
    }

    private Duration silence() {
        Duration silence = gather.speechTimeout();
        return silence == null ? AUTOMATIC_SILENCE : silence;
    }

    private String words(Instant until) {
        return speech().stream()
                .map(said -> said.wordsBetween(listeningSince, until))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Next report(Input input) {
        Map<String, String> parameters = new LinkedHashMap<>();
        switch (input) {
            case Input.Keys pressed -> {
                // Only the finish key counts as nothing (twilio.md section 7).
                if (pressed.digits().isEmpty()) {
                    return nothing();
                }
                parameters.put("Digits", pressed.digits());
                parameters.put("FinishedOnKey", pressed.finishedOn());
            }
            case Input.Speech said -> {
                if (said.words().isEmpty()) {
                    return nothing();
                }
                parameters.put("SpeechResult", said.words());
                // The words are known, not recognised.
                parameters.put("Confidence", "1.0");
                parameters.put("Language", gather.language());
            }
        }
        parameters.put("msg", "Gather End");
        return goOn(parameters);
    }

    private Next nothing() {
        if (!gather.actionOnEmptyResult()) {
            return new Next.Onward();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        if (gather.takesKeys()) {
            parameters.put("Digits", "");
            parameters.put("FinishedOnKey", "");
        }
        parameters.put("msg", "Gather End");
        return goOn(parameters);
    }

    private Next goOn(Map<String, String> parameters) {
        Callback action = gather.action();
        if (action == null) {
            Hood.error(leg, 11100, "Gather without action in a document that has no URL of its own");
            return new Next.Fail();
        }
        return new Next.GoTo(action, parameters);
    }
}
