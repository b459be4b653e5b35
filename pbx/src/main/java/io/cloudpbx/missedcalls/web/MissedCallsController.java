package io.cloudpbx.missedcalls.web;

import io.cloudpbx.access.Colleagues;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.listing.Page;
import io.cloudpbx.missedcalls.MissedCallView;
import io.cloudpbx.missedcalls.MissedCallViews;
import io.cloudpbx.missedcalls.MissedCalls;
import io.cloudpbx.missedcalls.store.MissedCallRows.Selection;
import io.cloudpbx.problems.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/missed-calls}. */
@RestController
@RequestMapping("/api/missed-calls")
class MissedCallsController {
    private final MissedCalls missed;
    private final MissedCallViews views;
    private final Colleagues colleagues;

    MissedCallsController(MissedCalls missed, MissedCallViews views, Colleagues colleagues) {
        this.missed = missed;
        this.views = views;
        this.colleagues = colleagues;
    }

    @GetMapping
    Page<MissedCallView> list(
            @RequestParam(defaultValue = "open") String box,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            SignedIn who) {
        var after = Cursor.parse(cursor);
        var selection = switch (box) {
            case "open" -> new Selection(false, null, after);
            case "mine" -> new Selection(false, who.userId(), after);
            case "done" -> new Selection(true, null, after);
            default -> throw Problem.invalid("box", "unknown_box", "is none of open, mine and done");
        };
        return Page.load(limit, most -> views.newest(selection, most), item -> new Cursor(item.lastAt(), item.id()));
    }

    @GetMapping("/{id}")
    MissedCallView one(@PathVariable UUID id) {
        return views.findWithCalls(id)
                .orElseThrow(() -> Problem.notFound("missed_call_not_found", "There is no such missed call."));
    }

    @PostMapping("/{id}/done")
    MissedCallView done(@PathVariable UUID id, SignedIn who) {
        missed.done(id, who.userId());
        return one(id);
    }

    @PostMapping("/{id}/reopen")
    MissedCallView reopen(@PathVariable UUID id) {
        missed.reopen(id);
        return one(id);
    }

    /** @param userId null leaves it to anybody */
    record Assignment(@Nullable UUID userId) {}

    @PostMapping("/{id}/assign")
    MissedCallView assign(@PathVariable UUID id, @RequestBody Assignment body) {
        if (body.userId() != null && colleagues.find(body.userId()).isEmpty()) {
            throw Problem.invalid("userId", "colleague_not_found", "is nobody who works here");
        }
        missed.assign(id, body.userId());
        return one(id);
    }
}
