package io.cloudpbx.calls.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallLog;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.HandledElsewhere;
import io.cloudpbx.calls.Steering;
import io.cloudpbx.calls.flow.Move.Act;
import io.cloudpbx.calls.hands.Holding;
import io.cloudpbx.calls.hands.Parking;
import io.cloudpbx.calls.taping.Unrecording;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/calls}. */
@RestController
@RequestMapping("/api/calls")
class CallsController {
    private final CallLog log;
    private final CallViews views;
    private final Steering steering;
    private final Holding holding;
    private final Parking parking;
    private final Unrecording unrecording;
    private final List<HandledElsewhere> elsewhere;

    CallsController(
            CallLog log,
            CallViews views,
            Steering steering,
            Holding holding,
            Parking parking,
            Unrecording unrecording,
            List<HandledElsewhere> elsewhere) {
        this.log = log;
        this.views = views;
        this.steering = steering;
        this.holding = holding;
        this.parking = parking;
        this.unrecording = unrecording;
        this.elsewhere = elsewhere;
    }

    @GetMapping
    Page<CallView> list(
            @ModelAttribute CallsWanted wanted,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return log.page(log.filter(wanted.query()), Cursor.parse(cursor), limit);
    }

    @GetMapping("/live")
    Page<CallView> live() {
        return Page.whole(views.live());
    }

    /** Something that is done with a call. */
    private interface Deed {
        void on(UUID call, SignedIn who, String address);
    }

    /** Done, the call is shown as it stands then. */
    private CallView done(Deed deed, UUID id, SignedIn who, HttpServletRequest request) {
        deed.on(id, who, request.getRemoteAddr());
        return one(id.toString());
    }

    private Deed handling(Act act, @Nullable String to) {
        return (id, who, address) -> holding.act(act, id, to, who, address);
    }

    /** Where another capability keeps the call, that does it. */
    private Deed holding(boolean hold) {
        Deed here = handling(hold ? Act.HOLD : Act.RESUME, null);
        return (id, who, address) -> {
            if (elsewhere.stream().noneMatch(others -> others.hold(id, hold, who, address))) {
                here.on(id, who, address);
            }
        };
    }

    private void hangUp(UUID id, SignedIn who, String address) {
        if (elsewhere.stream().noneMatch(others -> others.hangUp(id, who, address))) {
            steering.hangUp(id, who, address);
        }
    }

    /** @param to an extension, {@code operator}, or another place in the call flow */
    record Transfer(@NotBlank String to) {}

    @PostMapping("/{id}/transfer")
    CallView transfer(
            @PathVariable UUID id, @Valid @RequestBody Transfer wanted, SignedIn who, HttpServletRequest request) {
        String to = wanted.to().strip();
        return done((call, by, address) -> steering.transfer(call, to, by, address), id, who, request);
    }

    @PostMapping("/{id}/hold")
    CallView hold(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(holding(true), id, who, request);
    }

    @PostMapping("/{id}/resume")
    CallView resume(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(holding(false), id, who, request);
    }

    /** @param to the extension of a colleague */
    record Asked(@NotBlank String to) {}

    @PostMapping("/{id}/ask")
    CallView ask(@PathVariable UUID id, @Valid @RequestBody Asked wanted, SignedIn who, HttpServletRequest request) {
        return done(handling(Act.ASK, wanted.to().strip()), id, who, request);
    }

    @PostMapping("/{id}/pass-on")
    CallView passOn(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(handling(Act.PASS_ON, null), id, who, request);
    }

    @PostMapping("/{id}/join")
    CallView join(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(handling(Act.JOIN, null), id, who, request);
    }

    @PostMapping("/{id}/park")
    CallView park(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(handling(Act.PARK, null), id, who, request);
    }

    @PostMapping("/{id}/pick-up")
    CallView pickUp(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(parking::pickUp, id, who, request);
    }

    @PostMapping("/{id}/stop-recording")
    CallView stopRecording(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(unrecording::stop, id, who, request);
    }

    @PostMapping("/{id}/hang-up")
    CallView hangUp(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        return done(this::hangUp, id, who, request);
    }

    @GetMapping("/{id}")
    CallView one(@PathVariable String id) {
        return views.findWithSteps(id).orElseThrow(() -> Problem.notFound("call_not_found", "There is no such call."));
    }
}
