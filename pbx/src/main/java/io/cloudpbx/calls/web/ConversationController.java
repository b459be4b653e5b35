package io.cloudpbx.calls.web;

import io.cloudpbx.calls.CallView;
import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.TurnView;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/calls/{id}/conversation}: what a caller and the receptionist said, and why it did what it did. */
@RestController
class ConversationController {
    private final CallViews calls;
    private final TurnRows turns;

    ConversationController(CallViews calls, TurnRows turns) {
        this.calls = calls;
        this.turns = turns;
    }

    /** Empty for a call that did not come to the receptionist. */
    @GetMapping("/api/calls/{id}/conversation")
    Page<TurnView> of(@PathVariable String id) {
        CallView call =
                calls.findWithSteps(id).orElseThrow(() -> Problem.notFound("call_not_found", "There is no such call."));
        return Page.whole(turns.of(call.id()));
    }
}
