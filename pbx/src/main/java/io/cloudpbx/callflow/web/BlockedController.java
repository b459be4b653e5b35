package io.cloudpbx.callflow.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.callflow.BlockList;
import io.cloudpbx.listing.Page;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/callflow/blocked}. */
@RestController
@RequestMapping("/api/callflow/blocked")
class BlockedController {
    private final BlockList blockList;

    BlockedController(BlockList blockList) {
        this.blockList = blockList;
    }

    record Blocked(String number, String display) {}

    @GetMapping
    Page<Blocked> list() {
        return Page.whole(blockList.numbers().stream()
                .map(number -> new Blocked(number.e164(), number.display()))
                .toList());
    }

    /** From now on their calls end with a goodbye. */
    @PutMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@PathVariable String number, SignedIn who) {
        blockList.block(read(number), who.name());
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable String number, SignedIn who) {
        blockList.unblock(read(number), who.name());
    }

    /** As a call showed it, or as a person writes it. */
    private static PhoneNumber read(String written) {
        return PhoneNumber.reported(written)
                .or(() -> PhoneNumber.written(written))
                .orElseThrow(() -> Problem.invalid("number", "invalid_number", "is not a number that could call"));
    }
}
