package io.cloudpbx.dialing.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.dialing.help.HelpReadiness;
import io.cloudpbx.dialing.help.HelpReadiness.Readiness;
import io.cloudpbx.dialing.store.HelpCallRows;
import io.cloudpbx.listing.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/emergency-calls}. They are placed like any call, by {@code POST /api/calls}. */
@RestController
@RequestMapping("/api/emergency-calls")
class HelpController {
    private static final int MOST = 100;

    private final HelpCallRows rows;
    private final HelpReadiness readiness;

    HelpController(HelpCallRows rows, HelpReadiness readiness) {
        this.rows = rows;
        this.readiness = readiness;
    }

    /**
     * @param located whether help was given an address
     * @param placed whether the carrier took the call
     */
    record View(
            UUID id,
            Instant at,
            String name,
            String ext,
            String number,
            String callBack,
            String callBackDisplay,
            String from,
            String fromDisplay,
            boolean located,
            boolean placed,
            @Nullable Instant connectedAt,
            @Nullable Instant endedAt) {
        static View of(HelpCallRows.Course course) {
            var call = course.call();
            return new View(
                    call.id(),
                    call.at(),
                    call.name(),
                    call.ext(),
                    call.number().digits(),
                    call.phone().e164(),
                    call.phone().display(),
                    call.from().e164(),
                    call.from().display(),
                    call.located(),
                    call.placed(),
                    course.connectedAt(),
                    course.endedAt());
        }
    }

    /** Not those of which nobody else is to know. */
    @GetMapping
    Page<View> newest() {
        return Page.whole(rows.newest(MOST).stream()
                .filter(course -> course.call().number().tellsStaff())
                .map(View::of)
                .toList());
    }

    @GetMapping("/readiness")
    Readiness readiness(SignedIn who) {
        return readiness.of(who);
    }
}
