package io.cloudpbx.calls.web;

import io.cloudpbx.calls.store.TalkSettingsRow;
import io.cloudpbx.calls.talk.TalkSettings;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/receptionist}. */
@RestController
@RequestMapping("/api/settings/receptionist")
class TalkSettingsController {
    private final TalkSettingsRow row;

    TalkSettingsController(TalkSettingsRow row) {
        this.row = row;
    }

    /** @param recordConversations as it is where it is not said, as for clients that know nothing of it */
    record Body(
            @NotNull @Min(1) @Max(3650) Integer keepWordsDays,
            @Nullable Boolean recordConversations,
            long version) {}

    @GetMapping
    TalkSettings read() {
        return row.read();
    }

    @PutMapping
    TalkSettings change(@Valid @RequestBody Body body) {
        boolean records = Objects.requireNonNullElse(
                body.recordConversations(), row.read().recordConversations());
        if (!row.replace(new TalkSettings(body.keepWordsDays(), records, body.version()))) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        return row.read();
    }
}
