package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** People who call the business, say and press what a test wants at any time, and remember what they heard. */
final class Meeting {

    private final Carrier carrier;
    private final CustomerServer customer;
    private final List<Person> people = new ArrayList<>();

    Meeting(Carrier carrier, CustomerServer customer) {
        this.carrier = carrier;
        this.customer = customer;
    }

    /** Somebody calls, and the business's number does this with him. */
    Person calls(String number, String businessVerbs) {
        customer.answer(
                "/in",
                request -> request.get("From").equals(number)
                        ? CustomerServer.Answer.xml("<Response>" + businessVerbs + "</Response>")
                        : CustomerServer.Answer.xml("<Response/>"));
        long before = taken(number);
        Call placed = carrier.place(Account.OUTSIDE_SID, number, Carrier.BUSINESS, "<Pause length=\"86400\"/>", null);
        Person person = new Person(number, placed.sid());
        people.add(person);
        await("the business takes the call", () -> taken(number) > before);
        return person;
    }

    /** The calls that were answered or are over, which some are sooner than anybody looks. */
    private long taken(String number) {
        return carrier.state.calls().stream()
                .filter(call -> isOurs(call, number))
                .filter(call -> call.status() == Call.Status.IN_PROGRESS
                        || call.status().isFinal())
                .count();
    }

    private static boolean isOurs(Call call, String number) {
        return call.accountSid().equals(Account.BUSINESS_SID)
                && call.direction() == Call.Direction.INBOUND
                && call.from().equals(number);
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).pollInterval(Duration.ofMillis(3)).until(condition);
    }

    void everybodyHangsUp() {
        people.forEach(Person::hangsUp);
        carrier.settle();
    }

    /** The last request that a path got, of which there are so many. */
    CustomerServer.Request told(String path, int count) {
        await(path, () -> customer.requests(path).size() >= count);
        assertThat(customer.requests(path)).hasSize(count);
        return customer.requests(path).getLast();
    }

    /** What a conference's callback has told so far. */
    List<String> events(String path) {
        return customer.requests(path).stream()
                .map(request -> request.get("StatusCallbackEvent"))
                .toList();
    }

    /** The callback about this event, when it has come. */
    CustomerServer.Request event(String path, String event) {
        await(event, () -> events(path).contains(event));
        return customer.requests(path).stream()
                .filter(request -> request.get("StatusCallbackEvent").equals(event))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    /** One of them. */
    final class Person {
        private final String number;
        private final String ownCall;

        Person(String number, String ownCall) {
            this.number = number;
            this.ownCall = ownCall;
        }

        /** The SID of the call as the business knows it. */
        String sid() {
            return carrier.state.calls().stream()
                    .filter(call -> isOurs(call, number))
                    .reduce((one, later) -> later)
                    .orElseThrow()
                    .sid();
        }

        /** Returns when it has been said; a key that nobody waits for marks the end. */
        void says(String words) {
            int before = story("pressed").size();
            does("<Say>" + words + "</Say><Play digits=\"5\"/>");
            await(number + " has said " + words, () -> story("pressed").size() > before);
        }

        void does(String verbs) {
            carrier.switchBoard.change(
                    carrier.call(ownCall),
                    new CallChange.RunTwiml("<Response>" + verbs + "<Pause length=\"86400\"/></Response>"));
        }

        void hangsUp() {
            try {
                carrier.switchBoard.change(carrier.call(ownCall), new CallChange.Complete());
            } catch (Exchange.CallNotInProgress goneAlready) {
                assertThat(carrier.call(ownCall).status().isFinal()).isTrue();
            }
        }

        List<String> story(String... events) {
            List<String> wanted = List.of(events);
            return carrier.switchBoard.transcript(ownCall).orElseThrow().entries().stream()
                    .filter(entry -> wanted.contains(entry.event()))
                    .map(entry -> (entry.party() + " " + entry.event() + " " + entry.text()).strip())
                    .toList();
        }

        void hears(String words) {
            await(number + " hears " + words, () -> story("heard").contains("caller heard " + words));
        }

        boolean hasHeard(String words) {
            return story("heard").toString().contains(words);
        }

        /** What the carrier plays to him has come to this so often. */
        void perceives(String entry, int times) {
            await(
                    number + " perceives " + entry,
                    () -> story("played", "beep", "bridged", "conference-joined", "conference-left", "queued").stream()
                                    .filter(entry::equals)
                                    .count()
                            >= times);
        }
    }
}
