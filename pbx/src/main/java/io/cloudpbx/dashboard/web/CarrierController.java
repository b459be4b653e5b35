package io.cloudpbx.dashboard.web;

import io.cloudpbx.carrier.PublicUrl;
import io.cloudpbx.carrier.TwilioSettings;
import java.net.URI;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/carrier}: what the environment says of the carrier, for whoever sets it. */
@RestController
class CarrierController {
    private static final int SHOWN = 4;

    private final TwilioSettings twilio;
    private final PublicUrl publicUrl;

    CarrierController(TwilioSettings twilio, PublicUrl publicUrl) {
        this.twilio = twilio;
        this.publicUrl = publicUrl;
    }

    /**
     * The carrier's account and ours with it.
     *
     * @param mode {@code sandbox} or {@code twilio}
     * @param accountEnds the last four characters of the account's id
     * @param publicUrl where the carrier reaches us
     * @param secure whether that is over https
     */
    record CarrierAccount(String mode, String accountEnds, URI publicUrl, boolean secure) {}

    @GetMapping("/api/settings/carrier")
    CarrierAccount account() {
        URI here = URI.create(publicUrl.of("/"));
        return new CarrierAccount(
                twilio.isSandbox() ? "sandbox" : "twilio",
                Optional.ofNullable(twilio.accountSid())
                        .map(sid -> sid.substring(Math.max(0, sid.length() - SHOWN)))
                        .orElse(""),
                here,
                "https".equals(here.getScheme()));
    }
}
