package io.cloudpbx.dialing.web;

import io.cloudpbx.dialing.DialSettings;
import io.cloudpbx.dialing.flow.DialRules;
import io.cloudpbx.dialing.store.DialSettingsRow;
import io.cloudpbx.problems.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/calling}. */
@RestController
@RequestMapping("/api/settings/calling")
class DialSettingsController {
    private final DialSettingsRow row;

    DialSettingsController(DialSettingsRow row) {
        this.row = row;
    }

    record Body(
            @NotEmpty @Size(max = 30) List<@NotNull String> countries,
            @NotNull @Min(0) @Max(10_000) Integer callsPerDay,
            @NotNull @Min(0) @Max(1_000_000) Integer centsPerDay,
            long version) {

        static Body of(DialSettings settings) {
            return new Body(
                    settings.rules().countries().stream().sorted().toList(),
                    settings.rules().callsPerDay(),
                    settings.rules().centsPerDay(),
                    settings.version());
        }

        DialSettings toSettings() {
            if (!Set.of(Locale.getISOCountries()).containsAll(countries)) {
                throw Problem.invalid("countries", "unknown_country", "must be two-letter countries, such as US");
            }
            return new DialSettings(new DialRules(Set.copyOf(countries), callsPerDay, centsPerDay), version);
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
