package io.cloudpbx.dialing.web;

import io.cloudpbx.dialing.DialChoices;
import io.cloudpbx.dialing.DialSettings;
import io.cloudpbx.dialing.flow.DialRules;
import io.cloudpbx.dialing.flow.DialRules.Ceilings;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.Destinations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/calling}. */
@RestController
@RequestMapping("/api/settings/calling")
class DialSettingsController {
    private final DialChoices choices;

    DialSettingsController(DialChoices choices) {
        this.choices = choices;
    }

    /** Of all people together. */
    record Company(
            @NotNull @Min(0) @Max(100_000) Integer callsPerHour,
            @NotNull @Min(0) @Max(100_000) Integer callsPerDay,
            @NotNull @Min(0) @Max(10_000_000) Integer centsPerDay) {
        static Company of(Ceilings ceilings) {
            return new Company(ceilings.callsPerHour(), ceilings.callsPerDay(), ceilings.centsPerDay());
        }

        Ceilings toCeilings() {
            return new Ceilings(callsPerHour, callsPerDay, centsPerDay);
        }
    }

    /** @param company null leaves it as it is */
    record Body(
            @NotEmpty @Size(max = 30) List<@NotNull String> countries,
            @NotNull @Min(0) @Max(10_000) Integer callsPerDay,
            @NotNull @Min(0) @Max(1_000_000) Integer centsPerDay,
            @Nullable @Valid Company company,
            long version) {

        static Body of(DialSettings settings) {
            return new Body(
                    settings.destinations().countries().stream().sorted().toList(),
                    settings.rules().callsPerDay(),
                    settings.rules().centsPerDay(),
                    Company.of(settings.rules().company()),
                    settings.version());
        }

        DialSettings toSettings(Ceilings present) {
            if (!Set.of(Locale.getISOCountries()).containsAll(countries)) {
                throw Problem.invalid("countries", "unknown_country", "must be two-letter countries, such as US");
            }
            Ceilings ceilings = company == null ? present : company.toCeilings();
            return new DialSettings(
                    new Destinations(Set.copyOf(countries)),
                    new DialRules(callsPerDay, centsPerDay, ceilings),
                    version);
        }
    }

    @GetMapping
    Body read() {
        return Body.of(choices.current());
    }

    @PutMapping
    Body change(@Valid @RequestBody Body body) {
        return Body.of(choices.change(body.toSettings(choices.current().rules().company())));
    }
}
