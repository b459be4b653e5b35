package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who answers callers who ask for a person, when that extension changes. */
class OperatorTest {
    /** The front desk of the demo's company. */
    private static final String USUAL = "110";

    private final Company company = TwoPrograms.shared().company();
    private String path = "";

    @BeforeEach
    void somebodyElseIsTheOperator() {
        var made = company.post("/api/extensions", person("190"));
        path = "/api/extensions/" + made.body().get("id").asString();
        assertThat(company.seatOperator("190").status()).isEqualTo(200);
    }

    @AfterEach
    void theFrontDeskAnswersAgain() {
        company.seatOperator(USUAL);
        company.delete(path + "?number=release");
    }

    @Test
    void an_operator_who_is_renumbered_stays_the_operator() {
        company.put(path, person("191"));

        assertThat(operator()).isEqualTo("191");
    }

    @Test
    void an_operator_cannot_leave_without_saying_who_is_next_and_then_nothing_has_changed() {
        var refused = company.delete(path);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("operator_successor_needed");
        assertThat(refused.field()).isEqualTo("operator");
        assertThat(company.get(path).body().get("active").asBoolean()).isTrue();
        assertThat(operator()).isEqualTo("190");
    }

    @Test
    void the_successor_is_the_operator_from_then_on() {
        assertThat(company.delete(path + "?operator=" + USUAL).status()).isEqualTo(200);

        assertThat(operator()).isEqualTo(USUAL);
        assertThat(company.get(path).body().get("active").asBoolean()).isFalse();
    }

    @Test
    void nobody_may_be_next_when_that_is_said() {
        assertThat(company.delete(path + "?operator=none").status()).isEqualTo(200);

        assertThat(settings().get("operatorExtension").isNull()).isTrue();
    }

    @Test
    void a_successor_who_is_not_there_or_is_the_one_who_leaves_is_refused() {
        for (String nobody : new String[] {"189", "190", "front desk"}) {
            var refused = company.delete(path + "?operator=" + nobody.replace(" ", "%20"));
            assertThat(refused.status()).as(nobody).isEqualTo(422);
            assertThat(refused.field()).isEqualTo("operator");
        }
        assertThat(operator()).isEqualTo("190");
    }

    @Test
    void an_extension_that_is_not_in_use_cannot_be_made_the_operator() {
        var refused = company.seatOperator("189");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field()).isEqualTo("operatorExtension");
        assertThat(operator()).isEqualTo("190");
    }

    private String operator() {
        return settings().get("operatorExtension").asString("");
    }

    private JsonNode settings() {
        return company.get("/api/settings").body();
    }

    private static Map<String, Object> person(String ext) {
        return Map.of("ext", ext, "name", "Noor Haddad", "department", "", "email", "noor@harbordental.example");
    }
}
