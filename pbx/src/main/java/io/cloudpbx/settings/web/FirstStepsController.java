package io.cloudpbx.settings.web;

import static java.util.stream.Collectors.toSet;

import io.cloudpbx.settings.Beginning;
import io.cloudpbx.settings.FirstSteps;
import io.cloudpbx.settings.FirstSteps.Stage;
import io.cloudpbx.settings.FirstSteps.Step;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/first-steps}. */
@RestController
@RequestMapping("/api/settings/first-steps")
class FirstStepsController {
    private static final String STEPS = "business|people|calls|carrier|ready";

    private final Beginning beginning;

    FirstStepsController(Beginning beginning) {
        this.beginning = beginning;
    }

    /**
     * The bookmark.
     *
     * @param stage {@code unbegun} where nobody was led through them, {@code open}, {@code done} or {@code dismissed}
     * @param step the furthest that somebody has come to
     * @param skipped steps that were left for later
     */
    record Body(
            @NotNull @Pattern(regexp = "unbegun|open|done|dismissed", message = "must be open, done or dismissed")
            String stage,

            @NotNull @Pattern(regexp = STEPS, message = "must be one of the steps")
            String step,

            @NotNull @Size(max = 5) List<@NotNull @Pattern(regexp = STEPS, message = "must be steps") String> skipped) {

        static Body of(FirstSteps steps) {
            return new Body(
                    word(steps.stage()),
                    word(steps.step()),
                    steps.skipped().stream().sorted().map(Body::word).toList());
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        FirstSteps steps() {
            return new FirstSteps(
                    Stage.valueOf(stage.toUpperCase(Locale.ROOT)),
                    step(step),
                    skipped.stream().map(Body::step).collect(toSet()));
        }

        private static Step step(String word) {
            return Step.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @GetMapping
    Body read() {
        return Body.of(beginning.current());
    }

    @PutMapping
    Body change(@Valid @RequestBody Body body) {
        beginning.keep(body.steps());
        return read();
    }
}
