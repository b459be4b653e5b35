package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Passage.NotTaken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of {@link Way} in which several are rung: all at once, or one after the other in the order of their turn. */
record Group(Way way, String key, List<String> members, Strategy strategy) {

    /** Who can be rung now, in order. */
    List<Callee> reachable() {
        var situation = way.situation();
        var callees = members.stream()
                .flatMap(ext -> Stream.ofNullable(situation.directory().get(ext)))
                .filter(situation::rings)
                .toList();
        return situation.routing().rotation().order(callees, strategy);
    }

    /** @param leg how often somebody was rung before */
    NextStep ring(Node.RingGroup group, int leg) {
        return leg == 0 ? pastBarred().rung(group, leg) : rung(group, leg);
    }

    /** Tells of each member who would be rung if calls might go there. */
    Group pastBarred() {
        Way past = way;
        for (String ext : members) {
            Callee callee = way.situation().directory().get(ext);
            var bar = Optional.ofNullable(callee).flatMap(way.situation()::barOf);
            if (callee != null && bar.isPresent()) {
                past = past.passing(Way.barred(key, callee.name() + "'s phone", bar.get()));
            }
        }
        return new Group(past, key, members, strategy);
    }

    private NextStep rung(Node.RingGroup group, int leg) {
        List<Callee> order = reachable();
        if (leg >= turns(order)) {
            return over(group.name(), order, group.otherwise());
        }
        Saying first = leg > 0
                ? way.first()
                : way.first()
                        .and(new Saying.Connecting(group.name(), way.first().language()));
        return way.end(new RingGroup(key, leg, group.name(), turn(order, leg), group.ringFor(), first));
    }

    int turns(List<Callee> order) {
        return strategy == Strategy.ALL ? Math.min(1, order.size()) : order.size();
    }

    List<Callee> turn(List<Callee> order, int leg) {
        return strategy == Strategy.ALL ? order : List.of(order.get(leg));
    }

    private NextStep over(String name, List<Callee> order, String otherwise) {
        return order.isEmpty() ? nobody(name, otherwise) : way.to(otherwise);
    }

    NextStep nobody(String name, String otherwise) {
        return way.passing(new Passage(
                        key,
                        "Ring group",
                        "nobody of " + name + " can be rung",
                        List.of(new NotTaken(key, "Nobody is there")),
                        null))
                .why(Why.NO_PHONE)
                .to(otherwise);
    }
}
