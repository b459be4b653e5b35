package io.cloudpbx.access.web;

import io.cloudpbx.access.PasswordRule;
import io.cloudpbx.access.account.SetUp;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first owner's set-up: {@code /api/setup/{token}}. */
@RestController
@RequestMapping("/api/setup/{token}")
class SetUpController {
    private final SetUp setUp;
    private final Sessions sessions;

    SetUpController(SetUp setUp, Sessions sessions) {
        this.setUp = setUp;
        this.sessions = sessions;
    }

    record Validity(Instant expiresAt, PasswordRule passwords) {}

    @GetMapping
    Validity validity(@PathVariable String token) {
        return new Validity(setUp.expiryOf(token), PasswordRule.PRESENT);
    }

    record Body(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotNull String password,
            @NotBlank @Size(max = 80) String businessName,
            @NotBlank String timeZone) {

        SetUp.Wish wish() {
            return new SetUp.Wish(name, email, password, businessName, zone());
        }

        private ZoneId zone() {
            try {
                return ZoneId.of(timeZone);
            } catch (DateTimeException unknown) {
                throw Problem.invalid(
                        "timeZone", "unknown_time_zone", "is not a time zone, such as America/Los_Angeles");
            }
        }

        @Override
        public String toString() {
            return "Body[****]";
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable String token, @Valid @RequestBody Body body, HttpServletRequest request) {
        sessions.begin(setUp.complete(token, body.wish(), request.getRemoteAddr()), request);
    }
}
