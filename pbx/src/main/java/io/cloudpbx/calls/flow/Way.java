package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.flow.Timetable;
import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Passage.NotTaken;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.telephony.Destinations.Bar;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link CallFlow} that goes along the plan: from a place, past the rules that need nobody's act, to what the caller hears
 * next.
 *
 * @param reason why the caller is on it
 * @param first what is said before anything else
 * @param why a mailbox, should it lead to one
 * @param passed the rules behind
 */
record Way(CallSituation situation, String reason, Saying first, Why why, List<Passage> passed) {
    /** A plan that was checked has no circles; this is for the one that was not. */
    private static final int MOST_PASSED = 50;

    static Way of(CallSituation situation, String reason) {
        return of(situation, reason, situation.silence());
    }

    static Way of(CallSituation situation, String reason, Saying first) {
        return new Way(situation, reason, first, Why.ASKED_FOR, List.of());
    }

    Way why(Why other) {
        return new Way(situation, reason, first, other, passed);
    }

    Way because(String more) {
        return new Way(situation, reason + more, first, why, passed);
    }

    private Way saying(String text) {
        var words = new Saying.Words(text, routing().language());
        return new Way(situation, reason, first.and(words), why, passed);
    }

    Way passing(Passage passage) {
        var all = new ArrayList<>(passed);
        all.add(passage);
        return new Way(situation, reason + "; " + passage.reason(), first, why, all);
    }

    NextStep end(CallStep step) {
        return new NextStep(step, reason, passed);
    }

    private Routing routing() {
        return situation.routing();
    }

    private Plan plan() {
        return routing().plan();
    }

    NextStep to(String key) {
        if (routing().isTooFar() || passed.size() >= MOST_PASSED) {
            return because("; the call was led on too often")
                    .end(new TakeMessage(new Mailbox.General(), Why.NOBODY_ANSWERED, first));
        }
        if (key.equals(Place.OPERATOR) && plan().operator() == null) {
            return operator();
        }
        return plan().at(key).map(node -> to(key, node).at(key)).orElseGet(() -> gone(key, key));
    }

    /**
     * What was there when the plan was published may be gone by now, perhaps even its operator: then the one of the settings answers, who
     * is somebody.
     */
    private NextStep gone(String key, String what) {
        return passing(new Passage(key, "Gone", what + " is gone", List.of(), null))
                .operator();
    }

    /** Of the settings. */
    private NextStep operator() {
        return situation
                .operator()
                .map(callee ->
                        reach(Node.Extension.keyOf(callee.ext()), callee, null).at(Place.OPERATOR))
                .orElseGet(() -> because(", and no operator is named")
                        .end(new TakeMessage(new Mailbox.General(), Why.NO_OPERATOR, first)));
    }

    private NextStep to(String key, Node node) {
        return switch (node) {
            case Node.Menu menu -> end(new Menu(key, menu, 1, 0, new Welcome(), first));
            case Node.Hours hours -> hours(key, hours);
            case Node.RingGroup group -> new Group(this, key, group.members(), group.strategy()).ring(group, 0);
            case Node.Queue queue -> new InQueue(this, key, queue).enter();
            case Node.Extension(var ext, var otherwise) -> extension(key, ext, otherwise);
            case Node.Mailbox(var ext) -> mailbox(ext);
            case Node.Announcement(var text, var then) ->
                passing(new Passage(key, "Announcement", "something is said", List.of(), null))
                        .saying(text)
                        .to(then);
            case Node.Receptionist receptionist -> receptionist(key);
            case Node.DialByName names -> end(new AskName(key, 1, "", first));
            case Node.Outside outside -> outside(key, outside);
            case Node.Goodbye(var text) -> saying(text).goodbye();
        };
    }

    private NextStep receptionist(String key) {
        return situation.listening() == Listening.AWAY
                ? passing(new Passage(
                                key,
                                "Receptionist",
                                Reception.AWAY,
                                List.of(new NotTaken(key, "Answers when it can look things up")),
                                null))
                        .to(Place.OPERATOR)
                : end(Reception.greet(situation, first));
    }

    private NextStep goodbye() {
        return end(new Goodbye(Farewell.AS_WRITTEN, first));
    }

    private NextStep hours(String key, Node.Hours node) {
        boolean open = routing().isOpen(node.hours());
        var passage = new Passage(
                key,
                "Hours",
                node.hours() + " " + (open ? "is open" : "is closed" + closedBy(node.hours())),
                List.of(
                        open
                                ? new NotTaken(node.closed(), "Taken while " + node.hours() + " is closed")
                                : new NotTaken(node.open(), "Taken while " + node.hours() + " is open")),
                node.hours());
        return open
                ? passing(passage).to(node.open())
                : passing(passage).why(Why.CLOSED).to(node.closed());
    }

    private String closedBy(String hours) {
        return routing()
                .closed(hours)
                .map(closure -> ", by hand of " + closure.by())
                .or(() -> Optional.ofNullable(plan().hours().get(hours))
                        .flatMap(schedule -> Timetable.date(schedule, routing().startedAt()))
                        .map(SpecialDay::label)
                        .filter(label -> !label.isBlank())
                        .map(label -> ", as it is " + label))
                .orElse("");
    }

    private NextStep outside(String key, Node.Outside node) {
        if (routing().comesBack()) {
            return passing(new Passage(
                            key,
                            "Hop limit",
                            "the call was sent back to us",
                            List.of(new NotTaken(key, "It would come back")),
                            null))
                    .to(node.otherwise());
        }
        return bar(node.number())
                .map(bar -> passing(barred(key, node.number().display(), bar))
                        .why(Why.NOBODY_ANSWERED)
                        .to(node.otherwise()))
                .orElseGet(() -> end(new Forward(key, node.number(), node.ringFor(), first)));
    }

    Optional<Bar> bar(PhoneNumber number) {
        return routing().destinations().against(number);
    }

    /** What was allowed when it was written may not be any more. */
    static Passage barred(String key, String what, Bar bar) {
        return new Passage(
                key,
                "Where calls may go",
                what + " " + bar.words(),
                List.of(new NotTaken(key, "Called where calls may go there")),
                null);
    }

    private NextStep mailbox(@Nullable String ext) {
        Mailbox mailbox = Optional.ofNullable(ext)
                .map(situation.directory()::get)
                .<Mailbox>map(Mailbox.Of::new)
                .orElseGet(Mailbox.General::new);
        return end(new TakeMessage(mailbox, why, first));
    }

    private NextStep extension(String key, String ext, @Nullable String otherwise) {
        Callee callee = situation.directory().get(ext);
        // Somebody may be removed from the directory while the call is on its way to them.
        return callee == null ? gone(key, "extension " + ext) : reach(key, callee, otherwise);
    }

    private NextStep reach(String key, Callee callee, @Nullable String otherwise) {
        Personal rules = plan().rulesOf(callee.ext());
        var rest = situation.restOf(callee);
        if (rest.isPresent()) {
            return passing(resting(key, callee, rest.get()))
                    .why(Why.NO_PHONE)
                    .to(atRest(callee, rest.get(), rules, otherwise));
        }
        var phones = phones(callee, rules);
        return phones.isEmpty()
                ? passing(new Passage(key, "No phone", callee.name() + " has no phone to ring", List.of(), null))
                        .why(Why.NO_PHONE)
                        .to(unanswered(callee, rules, otherwise))
                : why(Why.NOBODY_ANSWERED).ringFrom(key, callee, phones, 0, otherwise);
    }

    private static String atRest(Callee callee, CallSituation.Rest rest, Personal rules, @Nullable String otherwise) {
        return rest.hours() == null
                ? unanswered(callee, rules, otherwise)
                : Objects.requireNonNullElse(rules.closed(), Node.Mailbox.keyOf(callee.ext()));
    }

    private static Passage resting(String key, Callee callee, CallSituation.Rest rest) {
        return new Passage(
                key,
                rest.rule(),
                callee.name() + " " + rest.words(),
                List.of(new NotTaken(Node.Extension.keyOf(callee.ext()), "Rung at other times")),
                rest.hours());
    }

    private static String unanswered(Callee callee, Personal rules, @Nullable String otherwise) {
        String own = rules.otherwise() == null ? Node.Mailbox.keyOf(callee.ext()) : rules.otherwise();
        return otherwise == null ? own : otherwise;
    }

    private record Phone(PhoneNumber number, Duration ringFor) {}

    /** Their own, and then those at which they may be found. */
    private static List<Phone> phones(Callee callee, Personal rules) {
        var phones = new ArrayList<Phone>();
        if (callee.ringsAt() != null) {
            phones.add(new Phone(callee.ringsAt(), rules.ringFor()));
        }
        rules.findMe().forEach(phone -> phones.add(new Phone(phone.number(), phone.ringFor())));
        return phones;
    }

    /** The first of the phones from there on that may be called; without one, as when nobody answers. */
    private NextStep ringFrom(String key, Callee callee, List<Phone> phones, int leg, @Nullable String otherwise) {
        Way way = this;
        for (int next = leg; next < phones.size(); next++) {
            Phone phone = phones.get(next);
            var bar = bar(phone.number());
            if (bar.isEmpty()) {
                return way.end(new Ring(key, next, callee.at(phone.number()), phone.ringFor(), first));
            }
            way = way.passing(barred(key, callee.name() + "'s phone", bar.get()));
        }
        return way.to(unanswered(callee, plan().rulesOf(callee.ext()), otherwise));
    }

    /** After the ringing there ended and nobody talked. */
    NextStep onFrom(String key, int leg) {
        return switch (plan().at(key).orElse(null)) {
            case Node.Extension(var ext, var otherwise) -> next(key, ext, leg + 1, otherwise);
            case Node.RingGroup group -> new Group(this, key, group.members(), group.strategy()).ring(group, leg + 1);
            case Node.Queue queue -> new InQueue(this, key, queue).on(leg + 1);
            case Node.Outside outside -> to(outside.otherwise());
            case null, default -> gone(key, key);
        };
    }

    /** After the music. */
    NextStep waitOn(String key) {
        return plan().at(key).orElse(null) instanceof Node.Queue queue
                ? new InQueue(this, key, queue).on(0)
                : gone(key, key);
    }

    private NextStep next(String key, String ext, int leg, @Nullable String otherwise) {
        Callee callee = situation.directory().get(ext);
        if (callee == null) {
            return extension(key, ext, otherwise);
        }
        var rules = plan().rulesOf(ext);
        var phones = phones(callee, rules);
        return leg < phones.size() && situation.restOf(callee).isEmpty()
                ? because("; " + callee.name() + "'s next phone").ringFrom(key, callee, phones, leg, otherwise)
                : to(unanswered(callee, rules, otherwise));
    }
}
