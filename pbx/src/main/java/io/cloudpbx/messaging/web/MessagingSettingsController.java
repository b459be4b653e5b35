package io.cloudpbx.messaging.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.messaging.MessagingSettings;
import io.cloudpbx.messaging.store.MessagingSettingsRow;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/messages}. */
@RestController
@RequestMapping("/api/settings/messages")
class MessagingSettingsController {
    private final MessagingSettingsRow row;

    MessagingSettingsController(MessagingSettingsRow row) {
        this.row = row;
    }

    record Body(
            @NotNull Boolean assistantOn,
            @NotEmpty @Size(max = 30) List<@NotNull String> countries,
            @NotNull @Min(0) @Max(1_000_000) Integer centsPerDay,
            @NotNull @Min(1) @Max(3) Integer campaignTextsADay,
            @NotNull Boolean frozen,
            long version) {

        static Body of(MessagingSettings settings) {
            return new Body(
                    settings.assistantOn(),
                    settings.countries().stream().sorted().toList(),
                    settings.centsPerDay(),
                    settings.campaignTextsADay(),
                    settings.frozen(),
                    settings.version());
        }

        MessagingSettings toSettings() {
            return new MessagingSettings(assistantOn, known(), centsPerDay, campaignTextsADay, frozen, version);
        }

        private Set<String> known() {
            var all = Set.of(java.util.Locale.getISOCountries());
            if (!all.containsAll(countries)) {
                throw Problem.invalid("countries", "unknown_country", "must be two-letter countries, such as US");
            }
            return Set.copyOf(countries);
        }
    }

    @GetMapping
    Body read() {
        return Body.of(row.read());
    }

    @PutMapping
    Body change(@Valid @RequestBody Body body, SignedIn who) {
        if (!who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden("admin_only", "Only an owner or an admin may change this.");
        }
        if (!row.replace(body.toSettings())) {
            throw Problem.conflict("settings_changed", "Somebody else changed these settings. Look at them again.");
        }
        return read();
    }
}
