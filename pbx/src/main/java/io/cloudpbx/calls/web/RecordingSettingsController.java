package io.cloudpbx.calls.web;

import io.cloudpbx.calls.flow.Recording.Rule;
import io.cloudpbx.calls.flow.State;
import io.cloudpbx.calls.store.RecordingSettingsRow;
import io.cloudpbx.calls.taping.RecordingSettings;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/recording}. */
@RestController
@RequestMapping("/api/settings/recording")
class RecordingSettingsController {
    private static final String RULES = "never|one_party_states|everywhere";
    private static final String NO_RULE = "must be never, one_party_states or everywhere";

    private final RecordingSettingsRow row;

    RecordingSettingsController(RecordingSettingsRow row) {
        this.row = row;
    }

    /**
     * Whether conversations between people are recorded.
     *
     * @param incoming of callers: {@code never}, {@code one_party_states} or {@code everywhere}
     * @param outgoing of whom somebody calls from the dashboard, likewise
     * @param state where the people are who answer, such as {@code TX}; null while nobody has said so
     */
    record Body(
            @NotNull @Pattern(regexp = RULES, message = NO_RULE)
            String incoming,

            @NotNull @Pattern(regexp = RULES, message = NO_RULE)
            String outgoing,

            @Nullable String state,
            long version) {

        static Body of(RecordingSettings settings) {
            return new Body(text(settings.incoming()), text(settings.outgoing()), settings.state(), settings.version());
        }

        RecordingSettings toSettings() {
            if (state != null && !State.isOne(state)) {
                throw Problem.invalid("state", "unknown_state", "must be a two-letter state, such as TX");
            }
            return new RecordingSettings(rule(incoming), rule(outgoing), state, version);
        }

        private static Rule rule(String text) {
            return Rule.valueOf(text.toUpperCase(Locale.ROOT));
        }

        private static String text(Rule rule) {
            return rule.name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping
    Body read() {
        return Body.of(row.read());
    }

    @PutMapping
    Body change(@Valid @RequestBody Body body) {
        if (!row.replace(body.toSettings())) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        return read();
    }
}
