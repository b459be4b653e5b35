package io.cloudpbx.dashboard.web;

import io.cloudpbx.carrier.FallbackDocuments;
import io.cloudpbx.carrier.FallbackSettings;
import io.cloudpbx.carrier.PublicUrl;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/carrier}: what the environment says of the carrier, for whoever sets it. */
@RestController
class CarrierController {
    private static final int SHOWN = 4;

    private final TwilioSettings twilio;
    private final PublicUrl publicUrl;
    private final FallbackSettings fallback;
    private final Settings settings;
    private final Numbers numbers;

    CarrierController(
            TwilioSettings twilio, PublicUrl publicUrl, FallbackSettings fallback, Settings settings, Numbers numbers) {
        this.twilio = twilio;
        this.publicUrl = publicUrl;
        this.fallback = fallback;
        this.settings = settings;
        this.numbers = numbers;
    }

    /**
     * The carrier's account and ours with it.
     *
     * @param mode {@code sandbox} or {@code twilio}
     * @param accountEnds the last four characters of the account's id
     * @param publicUrl where the carrier reaches us
     * @param secure whether that is over https
     * @param fallbackUrl the document for callers while we are off, {@code FALLBACK_URL}; null while there is none
     * @param fallbackSmsUrl the same for texts, {@code FALLBACK_SMS_URL}
     */
    record CarrierAccount(
            String mode,
            String accountEnds,
            URI publicUrl,
            boolean secure,
            @Nullable URI fallbackUrl,
            @Nullable URI fallbackSmsUrl) {}

    @GetMapping("/api/settings/carrier")
    CarrierAccount account() {
        URI here = URI.create(publicUrl.of("/"));
        return new CarrierAccount(
                twilio.isSandbox() ? "sandbox" : "twilio",
                Optional.ofNullable(twilio.accountSid())
                        .map(sid -> sid.substring(Math.max(0, sid.length() - SHOWN)))
                        .orElse(""),
                here,
                "https".equals(here.getScheme()),
                fallback.url(),
                fallback.smsUrl());
    }

    /** The documents to put on another server, as texts. @param calls refers to goodbye as {@code goodbye.xml} beside it */
    record Documents(String calls, String goodbye, String texts) {}

    /** @param ringFirst a phone outside that rings before a message is taken */
    @GetMapping("/api/settings/carrier/fallback")
    Documents fallback(@RequestParam(defaultValue = "") String ringFirst) {
        var documents = new FallbackDocuments(
                settings.current().businessName(), ringFirst.isBlank() ? null : outside(ringFirst));
        return new Documents(documents.calls(), documents.goodbye(), documents.texts());
    }

    /** A number of ours would lead back to the document while we are off, and so on without end; and not every other is called (T4). */
    private PhoneNumber outside(String written) {
        var number = PhoneNumber.written(written)
                .orElseThrow(() -> Problem.invalid("ringFirst", "invalid_number", "is not a phone number"));
        if (numbers.holding(number).isPresent()) {
            throw Problem.invalid("ringFirst", "own_number", "is one of your own numbers; choose an outside phone");
        }
        settings.current().destinations().against(number).ifPresent(bar -> {
            throw Problem.invalid("ringFirst", bar.code(), bar.words());
        });
        return number;
    }
}
