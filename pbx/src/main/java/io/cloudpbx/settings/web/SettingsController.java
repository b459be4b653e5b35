package io.cloudpbx.settings.web;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.CompanySettings;
import io.cloudpbx.settings.Settings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings}. */
@RestController
@RequestMapping("/api/settings")
class SettingsController {
    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    Body read() {
        return Body.of(settings.current());
    }

    @PutMapping
    Body change(@Valid @RequestBody Body body) {
        return Body.of(settings.change(body.toSettings()));
    }

    record Body(
            @NotBlank @Size(max = 80) String businessName,
            @NotBlank String timeZone,

            @Nullable @Pattern(regexp = "1(0[1-9]|[1-9]\\d)", message = "is an extension from 101 to 199")
            String operatorExtension,

            long version) {

        static Body of(CompanySettings settings) {
            return new Body(
                    settings.businessName(),
                    settings.timeZone().getId(),
                    settings.operatorExtension(),
                    settings.version());
        }

        CompanySettings toSettings() {
            return new CompanySettings(businessName.strip(), zone(), operatorExtension, version);
        }

        private ZoneId zone() {
            // Offsets such as +05:30 know no summer time, and the database reads them the other way round.
            if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
                throw Problem.invalid(
                        "timeZone", "unknown_time_zone", "is not a time zone, such as America/Los_Angeles");
            }
            return ZoneId.of(timeZone);
        }
    }
}
