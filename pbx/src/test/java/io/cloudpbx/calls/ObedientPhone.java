package io.cloudpbx.calls;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent;
import io.cloudpbx.calls.flow.CallFlow;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.NextStep;
import io.cloudpbx.calls.flow.Waiting;
import io.cloudpbx.calls.taping.TapeOrder;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A carrier without a wire: obeys each document as it was written, and asks the addresses in it, from which alone it is known how far
 * the call has come. The caller presses keys where keys are awaited, says nothing, and nobody answers.
 */
final class ObedientPhone {
    private static final Pattern MENU = Pattern.compile("/ivr/menu/(\\d+)/(\\d+)/([a-z0-9-]+)/\\d+");
    private static final Pattern RUNG = Pattern.compile("/ivr/rung/([a-z0-9-]+)/(\\d+)/\\d+");
    private static final Pattern RETURNED = Pattern.compile("/ivr/returned/([a-z0-9-]+)/([a-z0-9_]+)/(\\d{3})");
    private static final Pattern NAME = Pattern.compile("/ivr/name/([a-z0-9-]+)/(\\d+)/\\d+");
    private static final Pattern CHOSEN = Pattern.compile("/ivr/chosen/([a-z0-9-]+)/(\\d+)/([0-9*]+)/\\d+");
    private static final Pattern TALK = Pattern.compile("/ivr/talk/([a-z0-9-]+)");
    private static final Pattern WAITED = Pattern.compile("/ivr/waited/([a-z0-9-]+)/0/\\d+");
    private static final Pattern SAID = Pattern.compile("/ivr/said/([a-z0-9-]+)/\\d+");
    private static final Pattern RECORDED = Pattern.compile("/ivr/recorded/[a-z0-9-]+");

    private final CallUrls urls;
    private final Deque<String> keys;
    private final Set<String> asked = new HashSet<>();
    private Duration passed = Duration.ZERO;
    private @Nullable String queue;
    private Duration waited = Duration.ZERO;

    ObedientPhone(CallUrls urls, List<String> keys) {
        this.urls = urls;
        this.keys = new ArrayDeque<>(keys);
    }

    /** All steps of a call, each decided when an address of the one before was asked. */
    List<NextStep> call(CallSituation situation) {
        var steps = new ArrayList<>(List.of(CallFlow.decide(situation, new CallEvent.Arrived())));
        for (int taken = 0; ; taken++) {
            var script = new CallScript(
                    urls,
                    "Harbor",
                    new CallScript.Line(new UUID(0, 1), null, taken, Duration.ofMinutes(2)),
                    List::of,
                    talk -> {
                        throw new AssertionError("No stream was asked for");
                    },
                    sound -> Optional.empty());
            CallEvent event = obey(script.write(steps.getLast().step(), TapeOrder.UNCHANGED));
            if (event == null) {
                return steps;
            }
            pass(event, situation.routing().plan());
            var now = situation.after(taken + 1).among(Waiting.alone(queue, waited));
            steps.add(CallFlow.decide(now, event));
        }
    }

    /** The time that a document took counts where the caller waits by the next one. */
    private void pass(CallEvent event, Plan plan) {
        if (event instanceof CallEvent.WordsInterrupted) {
            return;
        }
        String place = switch (event) {
            case CallEvent.WaitingEnded waiting -> waiting.place();
            case CallEvent.RingingEnded ringing
            when plan.at(ringing.place()).orElse(null) instanceof Node.Queue -> ringing.place();
            default -> null;
        };
        waited = Objects.equals(place, queue) ? waited.plus(passed) : passed;
        queue = place;
    }

    private @Nullable CallEvent obey(Response document) {
        for (Verb verb : document.verbs()) {
            switch (verb) {
                case Verb.Gather gather -> {
                    passed = CallStep.Wait.ROUND;
                    return keyed(ask(gather.action()), key());
                }
                case Verb.Offer offer
                when "0".equals(keys.peek()) -> {
                    String place = matched(SAID, ask(offer.action())).group(1);
                    return new CallEvent.WordsInterrupted(place, key());
                }
                case Verb.Listen listen -> {
                    return talked(ask(listen.action()));
                }
                case Verb.Dial dial -> {
                    passed = dial.timeout();
                    return unanswered(ask(dial.action()));
                }
                case Verb.Record record -> {
                    matched(RECORDED, ask(record.action()));
                    return new CallEvent.MessageLeft();
                }
                case Verb.Hangup hangup -> {
                    return null;
                }
                case Verb.Redirect redirect -> throw new AssertionError("Nothing was awaited before " + redirect);
                default -> {}
            }
        }
        throw new AssertionError("A document without an end: " + document);
    }

    /** Whatever is asked twice in a call is answered as it was the first time (R5), so a caller who is led on asks nothing twice. */
    private String ask(String address) {
        String path = URI.create(address).getPath();
        if (!asked.add(path)) {
            throw new AssertionError("Asked twice in one call: " + path);
        }
        return path;
    }

    private String key() {
        return keys.isEmpty() ? "" : keys.pop();
    }

    private static CallEvent keyed(String path, String digits) {
        Matcher menu = MENU.matcher(path);
        if (menu.matches()) {
            return new CallEvent.MenuAnswered(
                    menu.group(3), Integer.parseInt(menu.group(1)), Integer.parseInt(menu.group(2)), digits);
        }
        Matcher name = NAME.matcher(path);
        if (name.matches()) {
            return new CallEvent.NameKeyed(name.group(1), Integer.parseInt(name.group(2)), digits);
        }
        Matcher waiting = WAITED.matcher(path);
        if (waiting.matches()) {
            return new CallEvent.WaitingEnded(waiting.group(1), 0, digits);
        }
        Matcher chosen = matched(CHOSEN, path);
        return new CallEvent.NameChosen(chosen.group(1), Integer.parseInt(chosen.group(2)), chosen.group(3), digits);
    }

    private static CallEvent unanswered(String path) {
        Matcher returned = RETURNED.matcher(path);
        if (returned.matches()) {
            return new CallEvent.TransferEnded(
                    CallUrls.talk(returned.group(1)), returned.group(2), returned.group(3), DialOutcome.NO_ANSWER);
        }
        Matcher rung = matched(RUNG, path);
        return new CallEvent.RingingEnded(rung.group(1), Integer.parseInt(rung.group(2)), DialOutcome.NO_ANSWER);
    }

    private CallEvent talked(String path) {
        var talk = CallUrls.talk(matched(TALK, path).group(1));
        return keys.isEmpty() ? new CallEvent.CallerSilent(talk) : new CallEvent.CallerPressed(talk, key());
    }

    private static Matcher matched(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            throw new AssertionError("No such address: " + path);
        }
        return matcher;
    }
}
