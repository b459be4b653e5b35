package io.cloudpbx.greetings.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.greetings.Greetings;
import io.cloudpbx.greetings.dictation.Dictation;
import io.cloudpbx.greetings.dictation.Dictations;
import io.cloudpbx.problems.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/greetings/by-phone}. */
@RestController
@RequestMapping("/api/greetings/by-phone")
class DictationsController {
    private final Dictations dictations;
    private final Greetings greetings;

    DictationsController(Dictations dictations, Greetings greetings) {
        this.dictations = dictations;
        this.greetings = greetings;
    }

    /**
     * @param state ready, ringing, speaking, recorded, kept or failed
     * @param why it failed; empty where it did not
     * @param greeting once it is kept
     */
    record DictationView(
            UUID id, String state, String why, @Nullable GreetingView greeting) {}

    /** Rings your own phone. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DictationView begin(SignedIn who) {
        return view(dictations.begin(who));
    }

    @GetMapping("/{id}")
    DictationView show(@PathVariable UUID id) {
        return dictations
                .find(id)
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("dictation_not_found", "There is no such recording."));
    }

    private DictationView view(Dictation dictation) {
        var greeting = Optional.ofNullable(dictation.greeting()).flatMap(greetings::find);
        return new DictationView(
                dictation.id(),
                dictation.state().name().toLowerCase(Locale.ROOT),
                dictation.why(),
                greeting.map(GreetingView::of).orElse(null));
    }
}
