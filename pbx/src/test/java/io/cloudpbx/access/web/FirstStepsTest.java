package io.cloudpbx.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.account.Secret;
import io.cloudpbx.access.store.SetUpLinks;
import io.cloudpbx.startup.MovableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The bookmark of whoever sets the company up. */
@WebTest
class FirstStepsTest {
    private static final String PATH = "/api/settings/first-steps";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SetUpLinks links;

    @Autowired
    private MovableClock clock;

    private Browser owner = new Browser(0);

    @BeforeEach
    void nobodyYet() {
        jdbc.sql("delete from users").update();
        jdbc.sql("delete from setup_links").update();
        jdbc.sql("delete from sign_in_limits").update();
        jdbc.sql("update first_steps set stage = 'unbegun', step = 'business', skipped = '{}'")
                .update();
        owner = new Browser(port);
    }

    @Test
    void they_are_open_to_the_owner_who_has_just_set_the_company_up() {
        String bookmark = "select stage from first_steps";
        assertThat(jdbc.sql(bookmark).query(String.class).single()).isEqualTo("unbegun");
        setUp();
        assertThat(read()).isEqualTo("open business []");
    }

    @Test
    void the_bookmark_is_kept_and_moved_as_often_as_somebody_likes() {
        setUp();
        String people = "{\"stage\":\"open\",\"step\":\"calls\",\"skipped\":[\"people\"]}";
        assertThat(owner.put(PATH, people).statusCode()).isEqualTo(200);
        assertThat(owner.put(PATH, people).statusCode()).isEqualTo(200);
        assertThat(read()).isEqualTo("open calls [\"people\"]");

        assertThat(owner.put(PATH, "{\"stage\":\"dismissed\",\"step\":\"calls\",\"skipped\":[]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(read()).isEqualTo("dismissed calls []");
    }

    @Test
    void a_step_that_there_is_not_is_refused_by_name() {
        setUp();
        HttpResponse<String> refused =
                owner.put(PATH, "{\"stage\":\"later\",\"step\":\"taxes\",\"skipped\":[\"taxes\"]}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"stage\"", "\"field\":\"step\"", "\"field\":\"skipped[0]\"");
        assertThat(read()).isEqualTo("open business []");
    }

    @Test
    void what_the_environment_says_of_the_carrier_is_told_without_its_secrets() {
        setUp();
        HttpResponse<String> carrier = owner.get("/api/settings/carrier");
        assertThat(Somebody.json(carrier).get("mode").asString()).isEqualTo("sandbox");
        assertThat(Somebody.json(carrier).get("accountEnds").asString()).isEqualTo("0001");
        assertThat(Somebody.json(carrier).get("publicUrl").asString()).isEqualTo("http://localhost:8080/");
        assertThat(Somebody.json(carrier).get("secure").asBoolean()).isFalse();
        assertThat(Somebody.json(carrier).get("fallbackUrl").isNull()).isTrue();
        assertThat(carrier.body()).doesNotContain("canary-auth-token", "AC0000");
    }

    @Test
    void the_documents_for_while_the_server_is_off_name_the_business_and_ring_no_number_of_ours() {
        setUp();
        String path = "/api/settings/carrier/fallback";
        JsonNode documents = Somebody.json(owner.get(path));
        assertThat(documents.get("calls").asString())
                .contains("Thank you for calling Tidepool Bakery.", "<Record action=\"goodbye.xml\" method=\"GET\"")
                .doesNotContain("<Dial");
        assertThat(documents.get("goodbye").asString()).contains("Goodbye", "<Hangup>");
        assertThat(documents.get("texts").asString()).contains("Response").doesNotContain("Message");
        assertThat(Somebody.json(owner.get(path + "?ringFirst=(707)%20555-0142"))
                        .get("calls")
                        .asString())
                .contains("<Dial timeout=\"25\">+17075550142</Dial>");
        HttpResponse<String> none = owner.get(path + "?ringFirst=911");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("\"field\":\"ringFirst\"", "invalid_number");
    }

    private void setUp() {
        Secret secret = Secret.fresh();
        links.add(secret.hash(), clock.instant().plus(Duration.ofHours(1)));
        assertThat(owner.post("/api/setup/" + secret.text(), """
                        {"name":"Noor Haddad","email":"noor@tidepool.example","password":"a long sentence of mine",
                         "businessName":"Tidepool Bakery","timeZone":"America/Denver"}""").statusCode()).isEqualTo(204);
        owner.get("/api/session");
    }

    private String read() {
        JsonNode steps = Somebody.json(owner.get(PATH));
        return steps.get("stage").asString() + " " + steps.get("step").asString() + " " + steps.get("skipped");
    }
}
