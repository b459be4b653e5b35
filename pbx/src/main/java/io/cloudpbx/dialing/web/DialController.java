package io.cloudpbx.dialing.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.dialing.DialedCallViews;
import io.cloudpbx.dialing.Dialing;
import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.dialing.help.Help;
import io.cloudpbx.repeats.AskedOnce;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/calls}. */
@RestController
class DialController {
    private final Dialing dialing;
    private final Help help;
    private final DialedCallViews views;
    private final AskedOnce once;

    DialController(Dialing dialing, Help help, DialedCallViews views, AskedOnce once) {
        this.dialing = dialing;
        this.help = help;
        this.views = views;
        this.once = once;
    }

    /**
     * @param to whom to call
     * @param from the number of ours that they see; null for your direct one, or else the main one
     * @param ext whose phone rings first; null for yours
     */
    record Wanted(
            @NotBlank @Size(max = 40) String to,
            @Nullable @Size(max = 40) String from,
            @Nullable @Size(max = 3) String ext) {}

    /** The carrier is asked afterwards, once; the call's news tells how it goes. Help is called at once, before anything else is asked. */
    @PostMapping("/api/calls")
    @ResponseStatus(HttpStatus.CREATED)
    CallView call(
            @RequestHeader(name = AskedOnce.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Wanted wanted,
            SignedIn who) {
        var needed = HelpNumber.written(wanted.to());
        if (needed.isPresent()) {
            return view(help.call(needed.get(), wanted.from(), wanted.ext(), who));
        }
        var wish = new Dialing.Wish(wanted.to(), wanted.from(), wanted.ext());
        var id = once.of(key, who, wanted, UUID.class, () -> dialing.call(wish, who));
        return views.findWithSteps(id).orElseThrow();
    }

    /** It stands in no log of calls. */
    private static CallView view(HelpCalled call) {
        String digits = call.number().digits();
        return new CallView(
                call.id(),
                "outbound",
                null,
                call.from().e164(),
                call.from().display(),
                digits,
                digits,
                call.at(),
                null,
                null,
                null,
                true,
                "ringing",
                "in_progress",
                null,
                "Ringing " + call.phone().display(),
                null,
                null,
                null,
                null,
                null);
    }
}
