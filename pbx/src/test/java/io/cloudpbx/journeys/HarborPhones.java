package io.cloudpbx.journeys;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The phones of Harbor Dental's people, and callers with a number of their own each. */
record HarborPhones(SandboxExtension carrier) {
    private static final AtomicInteger CALLERS = new AtomicInteger(100);

    Person caller() {
        return carrier.person("+1530555%04d".formatted(CALLERS.getAndIncrement()));
    }

    Person dana() {
        return carrier.person("+14155550190");
    }

    Person luis() {
        return carrier.person("+16285550177");
    }

    Person frontDesk() {
        return carrier.person("+14155550199");
    }

    /** The same, without waiting for any sentence to end. */
    static Person hurriedlyAtTheReceptionist(Person caller) {
        return caller.calls(Outside.MAIN_NUMBER)
                .beginsToHear("Thank you for calling")
                .presses("0")
                .beginsToHear("automated assistant");
    }

    /** Dials the main number and presses 0. */
    static Person atTheReceptionist(Person caller) {
        return caller.calls(Outside.MAIN_NUMBER).hears("press 0").presses("0").hears("automated assistant");
    }

    /** Milliseconds from the end of what the caller said to the next word that they hear, each time. */
    List<Long> silences(Person caller) {
        var silences = new ArrayList<Long>();
        long spoken = -1;
        for (JsonNode entry : transcript(caller)) {
            boolean ours = entry.get("party").asString().equals("business");
            String event = entry.get("event").asString();
            if (ours && event.equals("heard")) {
                spoken = entry.get("offsetMs").asLong();
            } else if (ours && event.equals("said") && spoken >= 0) {
                silences.add(entry.get("offsetMs").asLong() - spoken);
                spoken = -1;
            }
        }
        return silences;
    }

    private List<JsonNode> transcript(Person caller) {
        return new Outside(carrier.baseUrl())
                .control("GET", "/sandbox/calls/" + caller.callSid() + "/transcript", null)
                .get("entries")
                .valueStream()
                .toList();
    }
}
