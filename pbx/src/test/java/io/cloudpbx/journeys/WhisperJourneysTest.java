package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.junit.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** What somebody who is called hears of the call before they take it. */
class WhisperJourneysTest {
    @RegisterExtension
    static final HarborDental HARBOR = HarborDental.atSpeed(20);

    private final TwoPrograms programs = HARBOR.programs();
    private final Person caller = HARBOR.caller();
    private final Person dana = HARBOR.dana();

    @Test
    void who_is_called_for_a_group_hears_which_and_for_themselves_their_name() {
        leadToSales();
        caller.calls(Outside.MAIN_NUMBER);
        dana.answers().hears("Call for Sales from").presses("1");
        caller.isConnectedTo(dana).hangsUp();
        dana.isHungUpOn();

        Person other = HARBOR.caller();
        other.calls(Outside.MAIN_NUMBER).hears("press 0").presses("101");
        dana.answers().hears("Call for Dana Whitfield from").presses("1");
        other.isConnectedTo(dana).hangsUp();
    }

    private void leadToSales() {
        var company = programs.company();
        var plan = (ObjectNode) company.get("/api/callflow/versions/0").body();
        ((ObjectNode) plan.get("nodes"))
                .putObject("sales")
                .put("type", "ring")
                .put("name", "Sales")
                .put("strategy", "all")
                .put("otherwise", "mailbox-101")
                .putArray("members")
                .add("101");
        ((ObjectNode) plan.get("callers").get("vips")).put(caller.number(), "sales");
        long version = company.get("/api/callflow/draft").body().get("version").asLong();
        assertThat(company.put("/api/callflow/draft", Map.of("plan", plan, "version", version))
                        .status())
                .isEqualTo(200);
        var draft = company.get("/api/callflow/draft").body();
        var published = company.post(
                "/api/callflow/publish",
                Map.of("version", draft.get("version"), "published", draft.get("published"), "note", "Sales"));
        assertThat(published.status()).as(published.body().toString()).isEqualTo(200);
    }
}
