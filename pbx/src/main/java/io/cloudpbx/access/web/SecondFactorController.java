package io.cloudpbx.access.web;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.QrCode;
import io.cloudpbx.access.account.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/account/second-factor}: the codes of one's own authenticator app. */
@RestController
@RequestMapping("/api/account/second-factor")
class SecondFactorController {
    private final SecondFactors factors;
    private final AccessSettings settings;

    SecondFactorController(SecondFactors factors, AccessSettings settings) {
        this.factors = factors;
        this.settings = settings;
    }

    /** @param since null when there is none */
    record Standing(@Nullable Instant since, int recoveryCodesLeft, boolean required) {}

    @GetMapping
    Standing standing(SignedIn who) {
        var standing = factors.of(who);
        return new Standing(standing.since(), standing.recoveryCodesLeft(), standing.required());
    }

    /** @param picture squares that an app's camera reads */
    record Offer(String key, String address, QrCode picture) {
        @Override
        public String toString() {
            return "Offer[****]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Offer begin(SignedIn who) {
        var offer = factors.begin(who, "CloudPBX " + settings.publicUrl().getHost());
        return new Offer(offer.key(), offer.address(), offer.picture());
    }

    record Code(@NotBlank @Size(max = 100) String code) {
        @Override
        public String toString() {
            return "Code[****]";
        }
    }

    /** The only time that they are told. */
    record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes[****]";
        }
    }

    @PostMapping(path = "/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
    RecoveryCodes confirm(@Valid @RequestBody Code code, SignedIn who, HttpServletRequest request) {
        return new RecoveryCodes(factors.confirm(who, code.code(), Sessions.idOf(request), request.getRemoteAddr()));
    }

    @PostMapping(path = "/recovery-codes", consumes = MediaType.APPLICATION_JSON_VALUE)
    RecoveryCodes newRecoveryCodes(@Valid @RequestBody Code code, SignedIn who, HttpServletRequest request) {
        return new RecoveryCodes(factors.newRecoveryCodes(who, code.code(), request.getRemoteAddr()));
    }

    @PostMapping(path = "/off", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOff(@Valid @RequestBody Code code, SignedIn who, HttpServletRequest request) {
        factors.turnOff(who, code.code(), Sessions.idOf(request), request.getRemoteAddr());
    }
}
