package io.cloudpbx.calls.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.Steering;
import io.cloudpbx.calls.flow.Move.Act;
import io.cloudpbx.calls.hands.Holding;
import io.cloudpbx.calls.hands.Parking;
import io.cloudpbx.calls.store.CallLists.Selection;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final CallViews views;
    private final Steering steering;
    private final Holding holding;
    private final Parking parking;

    CallsController(CallViews views, Steering steering, Holding holding, Parking parking) {
        this.views = views;
        this.steering = steering;
        this.holding = holding;
        this.parking = parking;
    }

    @GetMapping
    Page<CallView> list(
            @RequestParam(required = false) @Nullable String ext,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var selection = new Selection(ext, Outcomes.known(outcome), Cursor.parse(cursor));
        return Page.load(limit, most -> views.newest(selection, most), call -> new Cursor(call.startedAt(), call.id()));
    }

    @GetMapping("/live")
    Page<CallView> live() {
        return Page.whole(views.live());
    }

    /** @param to an extension, {@code operator}, or another place in the call flow */
    record Transfer(@NotBlank String to) {}

    @PostMapping("/{id}/transfer")
    CallView transfer(
            @PathVariable UUID id, @Valid @RequestBody Transfer wanted, SignedIn who, HttpServletRequest request) {
        steering.transfer(id, wanted.to().strip(), who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/hold")
    CallView hold(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        holding.act(Act.HOLD, id, null, who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/resume")
    CallView resume(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        holding.act(Act.RESUME, id, null, who, request.getRemoteAddr());
        return one(id.toString());
    }

    /** @param to the extension of a colleague */
    record Asked(@NotBlank String to) {}

    @PostMapping("/{id}/ask")
    CallView ask(@PathVariable UUID id, @Valid @RequestBody Asked wanted, SignedIn who, HttpServletRequest request) {
        holding.act(Act.ASK, id, wanted.to().strip(), who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/pass-on")
    CallView passOn(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        holding.act(Act.PASS_ON, id, null, who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/join")
    CallView join(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        holding.act(Act.JOIN, id, null, who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/park")
    CallView park(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        holding.act(Act.PARK, id, null, who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/pick-up")
    CallView pickUp(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        parking.pickUp(id, who, request.getRemoteAddr());
        return one(id.toString());
    }

    @PostMapping("/{id}/hang-up")
    CallView hangUp(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        steering.hangUp(id, who, request.getRemoteAddr());
        return one(id.toString());
    }

    @GetMapping("/{id}")
    CallView one(@PathVariable String id) {
        return views.findWithSteps(id).orElseThrow(() -> Problem.notFound("call_not_found", "There is no such call."));
    }
}
