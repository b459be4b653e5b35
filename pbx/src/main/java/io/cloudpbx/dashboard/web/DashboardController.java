package io.cloudpbx.dashboard.web;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.PasswordRule;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.dashboard.DaySummary;
import io.cloudpbx.dashboard.Today;
import io.cloudpbx.messaging.restored.Recoveries;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.pages.Build;
import io.cloudpbx.settings.Beginning;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/session} and {@code /api/dashboard}: what the shell shows first. */
@RestController
class DashboardController {
    private final Settings settings;
    private final Beginning beginning;
    private final Numbers numbers;
    private final TwilioSettings twilio;
    private final AccessSettings access;
    private final Today today;
    private final Recoveries recoveries;
    private final Clock clock;
    private final Build build;

    DashboardController(
            Settings settings,
            Beginning beginning,
            Numbers numbers,
            TwilioSettings twilio,
            AccessSettings access,
            Today today,
            Recoveries recoveries,
            Clock clock,
            Build build) {
        this.settings = settings;
        this.beginning = beginning;
        this.numbers = numbers;
        this.twilio = twilio;
        this.access = access;
        this.today = today;
        this.recoveries = recoveries;
        this.clock = clock;
        this.build = build;
    }

    /**
     * Who looks at what.
     *
     * @param firstSteps whether anybody is to be reminded of them: {@code unbegun}, {@code open}, {@code done} or {@code dismissed}
     * @param restored whether it was restored from a backup, and sends nothing before somebody resumes it (R26)
     */
    record Session(
            User user,
            Business business,
            CarrierMode carrier,
            @Nullable String mainNumber,
            @Nullable String mainNumberDisplay,
            PasswordRule passwords,
            String firstSteps,
            boolean restored,
            Instant serverTime,
            String build) {}

    record User(UUID id, String name, String email, String role) {}

    record Business(String name, String timeZone) {}

    record CarrierMode(String mode, @Nullable URI phoneUrl) {}

    @GetMapping("/api/session")
    Session session(SignedIn who) {
        var company = settings.current();
        Optional<PhoneNumber> main =
                numbers.main().filter(number -> number.carrierId() != null).map(OwnNumber::number);
        return new Session(
                new User(who.userId(), who.name(), who.email(), who.role().word()),
                new Business(company.businessName(), company.timeZone().getId()),
                new CarrierMode(
                        twilio.isSandbox() ? "sandbox" : "twilio", twilio.isSandbox() ? access.phoneUrl() : null),
                main.map(PhoneNumber::e164).orElse(null),
                main.map(PhoneNumber::display).orElse(null),
                PasswordRule.PRESENT,
                beginning.current().stage().name().toLowerCase(Locale.ROOT),
                recoveries.open().isPresent(),
                clock.instant(),
                build.id());
    }

    @GetMapping("/api/dashboard")
    DaySummary dashboard() {
        return today.summary();
    }
}
