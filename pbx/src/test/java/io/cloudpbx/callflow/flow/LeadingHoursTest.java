package io.cloudpbx.callflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadingHoursTest {
    private static final PhoneNumber MAIN = new PhoneNumber("+18335550100");
    private static final PhoneNumber SPECIAL = new PhoneNumber("+14155550111");
    private static final PhoneNumber DIRECT = new PhoneNumber("+14155550112");

    private static final Plan PLAN = new Plan(
            "welcome",
            null,
            Map.of(SPECIAL, new Entry("night", Language.ENGLISH)),
            Map.of(
                    "welcome", new Node.Announcement("Good day.", "day"),
                    "day", new Node.Hours("office", "ext-101", "mailbox-101"),
                    "night", new Node.Hours("weekend", "ext-101", "day")),
            Map.of(),
            Map.of("101", new Personal("shift", null, false, Personal.USUAL_RINGING, List.of(), null)),
            Callers.ANYBODY);

    @Test
    void the_first_hours_on_the_way_lead() {
        assertThat(LeadingHours.of(PLAN, MAIN, null)).contains("office");
        assertThat(LeadingHours.of(PLAN, SPECIAL, null)).contains("weekend");
        assertThat(LeadingHours.of(PLAN, SPECIAL, "101")).as("a way of its own").contains("weekend");
    }

    @Test
    void a_direct_number_goes_by_the_hours_of_whom_it_rings() {
        assertThat(LeadingHours.of(PLAN, DIRECT, "101")).contains("shift");
        assertThat(LeadingHours.of(PLAN, DIRECT, "102")).isEmpty();
    }

    @Test
    void a_company_that_has_set_nothing_has_none() {
        assertThat(LeadingHours.of(Plan.DEFAULT, MAIN, null)).isEmpty();
        assertThat(LeadingHours.of(Plan.DEFAULT, DIRECT, "101")).isEmpty();
    }

    @Test
    void announcements_in_a_circle_lead_by_nothing() {
        var circle = new Plan(
                "one",
                null,
                Map.of(),
                Map.of("one", new Node.Announcement("One.", "two"), "two", new Node.Announcement("Two.", "one")),
                Map.of(),
                Map.of(),
                Callers.ANYBODY);

        assertThat(LeadingHours.of(circle, MAIN, null)).isEmpty();
    }
}
