package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.dialing.Dialing.Wish;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.extensions.ExtensionDetails;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.telephony.BadDestinations;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that fraud lives on, wherever somebody can name one or the system would call one. */
@WebTest
class BarredDialingTest {
    private static final String ABROAD = "+442079460018";

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Dialing dialing;

    @Autowired
    private Extensions extensions;

    @Autowired
    private Progress progress;

    @Autowired
    private DialedCallRows rows;

    @Autowired
    private Users users;

    private final CarrierId carrierId =
            new CarrierId("CA" + UUID.randomUUID().toString().replace("-", ""));

    private DialedHouse house;
    private DialedCall call;
    private SignedIn admin;

    @BeforeEach
    void somebody_wishes_a_call() {
        house = new DialedHouse(beans);
        call = house.wished(Duration.ZERO);
        admin = users.add("Dana", UUID.randomUUID() + "@example.com", null, Role.ADMIN);
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("update company_settings set call_countries = '{US,CA}'").update();
        house.isLeft();
    }

    private static FieldProblem refusal(Runnable asking) {
        var problem = catchThrowableOfType(Problem.class, asking::run);
        assertThat(problem).isNotNull();
        return ((List<?>) Objects.requireNonNull(problem.document().get("errors")))
                .stream().map(FieldProblem.class::cast).findFirst().orElseThrow();
    }

    @Test
    void nobody_calls_one_and_no_extension_is_forwarded_to_one() {
        for (PhoneNumber bad : BadDestinations.ALL) {
            assertThat(refusal(() -> dialing.call(new Wish(bad.e164(), null, "179"), admin))
                            .field())
                    .as(bad.e164())
                    .isEqualTo("to");
            var details = new ExtensionDetails("178", "Dana Whitfield", "", "", List.of(), bad);
            var refused = refusal(() -> extensions.add(details, null));
            assertThat(refused.field()).isEqualTo("forwardTo");
            assertThat(refused.code()).isEqualTo("destination_not_allowed");
        }
        assertThat(extensions.byExt("178")).isEmpty();
    }

    @Test
    void no_document_for_when_the_server_is_off_rings_one() {
        var owner = ApiPerson.of(Role.OWNER, port, beans);
        for (PhoneNumber bad : BadDestinations.ALL) {
            var refused = owner.get(
                    "/api/settings/carrier/fallback?ringFirst=%2B" + bad.e164().substring(1));

            assertThat(refused.status()).as(bad.e164()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("ringFirst");
        }
        assertThat(owner.get("/api/settings/carrier/fallback?ringFirst=%2B14155550148")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_phone_that_may_not_be_called_any_more_does_not_ring() {
        jdbc.sql("update dialed_call set phone = ? where id = ?")
                .params(ABROAD, call.id())
                .update();

        assertThat(progress.claim(call.id())).isEmpty();
        assertThat(now().outcome()).isEqualTo(Reached.FAILED);
        assertThat(now().why())
                .isEqualTo("Your own phone is in a country that is not called; an owner or admin can allow it.");
        jdbc.sql("update extension set forward_to = ? where ext = '179'")
                .param(ABROAD)
                .update();
        var refused = refusal(() -> dialing.call(new Wish("+14155550148", null, "179"), admin));
        assertThat(refused.field()).isEqualTo("ext");
        assertThat(refused.code()).isEqualTo("country_not_allowed");
    }

    @Test
    void whoever_may_not_be_called_any_more_when_1_is_pressed_is_not() {
        assertThat(progress.claim(call.id())).isPresent();
        assertThat(progress.answered(call.id(), carrierId)).contains("<Gather");
        jdbc.sql("update company_settings set call_countries = '{CA}'").update();

        assertThat(progress.pressed(call.id(), carrierId, "1"))
                .contains("This number is not called from here")
                .doesNotContain("<Dial");
        assertThat(now().outcome()).isEqualTo(Reached.FAILED);
        assertThat(now().why()).contains("is in a country that is not called");
    }

    private DialedCall now() {
        return rows.find(call.id()).orElseThrow();
    }

    @Test
    void a_draft_that_names_one_says_where_and_is_not_published() {
        var owner = ApiPerson.of(Role.OWNER, port, beans);
        var draft = owner.get("/api/callflow/draft").body();
        String plan = """
                {"main":"start","nodes":{"start":{"type":"outside","number":"%s","seconds":20,"otherwise":"mailbox-general"}},
                 "extensions":{"179":{"findMe":[{"number":"+19005550148","seconds":20}]}}}""".formatted(ABROAD);

        var saved =
                owner.put("/api/callflow/draft", "{\"plan\":" + plan + ",\"version\":" + draft.get("version") + "}");

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.body()
                        .get("problems")
                        .valueStream()
                        .map(problem -> problem.get("field").asString() + " "
                                + problem.get("code").asString()))
                .containsExactlyInAnyOrder(
                        "/nodes/start/number country_not_allowed", "/extensions/179/findMe/0/number premium_number");
        var published = owner.post(
                "/api/callflow/publish",
                "{\"version\":" + saved.body().get("version") + ",\"published\":" + draft.get("published") + "}");
        assertThat(published.status()).isEqualTo(422);
        assertThat(published.text()).contains("/nodes/start/number");
    }

    @Test
    void what_is_allowed_is_asked_when_it_is_saved_and_not_written_in_stone() {
        jdbc.sql("update company_settings set call_countries = '{US,CA,GB}'").update();
        var owner = ApiPerson.of(Role.OWNER, port, beans);
        var settings = owner.get("/api/settings/calling").body();

        assertThat(settings.get("countries").valueStream().map(country -> country.asString()))
                .containsExactly("CA", "GB", "US");
        jdbc.sql("update extension set forward_to = ? where ext = '179'")
                .param(ABROAD)
                .update();
        assertThat(refusal(() -> dialing.call(new Wish("+18765550148", null, "179"), admin))
                        .field())
                .as("their phone may ring, and a third country still may not")
                .isEqualTo("to");
    }
}
