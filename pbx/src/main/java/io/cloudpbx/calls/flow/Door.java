package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.Passage.NotTaken;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;

/** The part of {@link CallFlow} in which a call comes in: who calls comes before what they called. */
final class Door {
    private static final String CALLERS = "callers";

    private Door() {}

    /** @param usual where callers of the number begin about which nothing is written */
    static NextStep enter(CallSituation situation, String usual, String reason) {
        Routing routing = situation.routing();
        Callers callers = routing.plan().callers();
        PhoneNumber from = routing.from();
        String start = routing.entry().map(Entry::start).orElse(usual);
        if (from == null) {
            return callers.anonymous() == null
                    ? Way.of(situation, reason).to(start)
                    : turned(situation, start, reason, "Withheld number", "the caller withholds their number")
                            .to(callers.anonymous());
        }
        if (callers.blocked().contains(from)) {
            return turned(situation, start, reason, "Block list", "the caller is blocked")
                    .end(new CallStep.Goodbye(Farewell.BLOCKED, situation.silence()));
        }
        String vip = callers.vips().get(from);
        return vip == null
                ? Way.of(situation, reason).to(start)
                : turned(situation, start, reason, "VIP caller", "the caller is a VIP")
                        .to(vip);
    }

    private static Way turned(CallSituation situation, String start, String reason, String rule, String why) {
        return Way.of(situation, reason)
                .passing(new Passage(
                        CALLERS, rule, why, List.of(new NotTaken(start, "Where everybody else begins")), null));
    }
}
