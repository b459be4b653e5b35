package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Passage.NotTaken;
import java.util.List;

/**
 * The part of {@link Way} in which callers wait for several. Only whoever has waited longest is rung for, so that who answers gets them;
 * whom nobody takes then hears music, and is rung for again after it.
 */
record InQueue(Way way, String key, Node.Queue queue) {
    /** However long a caller has waited before, somebody is rung for them. */
    NextStep enter() {
        Way past = new Group(way, key, queue.members(), queue.strategy())
                .pastBarred()
                .way();
        return new InQueue(past, key, queue)
                .on(0, new Saying.Words(queue.hold(), way.first().language()));
    }

    /** @param leg how often somebody was rung since the caller last heard music */
    NextStep on(int leg) {
        if (waiting().waitedAt(key).compareTo(queue.longest()) >= 0) {
            return over("the caller waited for " + queue.name() + " as long as callers may");
        }
        return way.situation().routing().isFar()
                ? over("the caller was led on for long")
                : on(leg, way.situation().silence());
    }

    private NextStep on(int leg, Saying words) {
        var group = new Group(way, key, queue.members(), queue.strategy());
        List<Callee> members = group.reachable();
        if (members.isEmpty()) {
            return group.nobody(queue.name(), queue.otherwise());
        }
        List<Callee> free =
                members.stream().filter(callee -> waiting().isFree(callee)).toList();
        if (!waiting().isNext(key)) {
            return music("others have waited longer", words);
        }
        if (free.isEmpty()) {
            return music("nobody of " + queue.name() + " is free", words);
        }
        return leg < group.turns(free)
                ? way.end(new RingGroup(
                        key,
                        leg,
                        queue.name(),
                        group.turn(free, leg),
                        queue.ringFor(),
                        way.first().and(words)))
                : music("everybody who is free was rung", words);
    }

    private NextStep music(String because, Saying words) {
        return way.because("; " + because)
                .end(new Wait(
                        key,
                        queue.name(),
                        waiting().position(key),
                        offersCallBack(way.situation(), queue),
                        way.first().and(words)));
    }

    /** Whoever withholds their number cannot be called back. */
    static boolean offersCallBack(CallSituation situation, Node.Queue queue) {
        return queue.callback() && situation.routing().from() != null;
    }

    private NextStep over(String reason) {
        return way.passing(new Passage(
                        key, "Longest wait", reason, List.of(new NotTaken(key, "Nobody came in time")), null))
                .why(Why.NOBODY_ANSWERED)
                .to(queue.otherwise());
    }

    private Waiting waiting() {
        return way.situation().waiting();
    }
}
