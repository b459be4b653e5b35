package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** 0 is a person, also where nobody is asked to press anything. In real time, so that the keys are pressed while it is said. */
class ZeroJourneysTest {
    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(1);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;

    private final Person caller = HARBOR.caller();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    /** The caller comes to that place at once. */
    private void comesTo(String place) {
        var flow = new DraftedFlow(programs.company());
        var plan = flow.version(0);
        var nodes = (ObjectNode) plan.get("nodes");
        nodes.putObject("moved")
                .put("type", "announcement")
                .put("text", "We have moved to Pier Four, beside the old lighthouse.")
                .put("then", "sales");
        nodes.putObject("sales")
                .put("type", "ring")
                .put("name", "Sales")
                .put("otherwise", "mailbox-104")
                .putArray("members")
                .add("104");
        ((ObjectNode) plan.get("callers").get("vips")).put(caller.number(), place);
        flow.publish(plan);
    }

    /** Up to where a person is rung. */
    private List<String> explained() {
        return programs.company()
                .get("/api/routing/explain?keys=0&to=%2B18335550100&from="
                        + caller.number().replace("+", "%2B"))
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get("why").asString())
                .limit(2)
                .toList();
    }

    private void reachesTheFrontDeskAsExplained() {
        var explained = explained();
        assertThat(explained.getLast()).startsWith("Pressed 0");
        HARBOR.frontDesk().answers().hears("Call for Front Desk").presses("1");
        caller.isConnectedTo(HARBOR.frontDesk()).hangsUp();
        assertThat(new OnTheLine(programs, caller).steps("reason")).containsSubsequence(explained);
    }

    @Test
    void while_a_mailbox_greets() {
        comesTo("mailbox-104");
        caller.calls(Outside.MAIN_NUMBER).beginsToHear("Please leave a message").presses("0");
        reachesTheFrontDeskAsExplained();
    }

    @Test
    void while_something_is_announced() {
        comesTo("moved");
        caller.calls(Outside.MAIN_NUMBER).beginsToHear("Pier Four").presses("0");
        reachesTheFrontDeskAsExplained();
    }

    @Test
    void any_other_key_goes_on_to_where_the_words_lead() {
        comesTo("mailbox-104");
        caller.calls(Outside.MAIN_NUMBER)
                .beginsToHear("You've reached Luis Ortega")
                .presses("1");
        caller.hears("Please leave a message after the tone.")
                .says("Please call me back, it is about the appointment that I have on Monday.")
                .hangsUp();
        assertThat(new OnTheLine(programs, caller).steps("reason")).contains("Pressed 1");
    }
}
