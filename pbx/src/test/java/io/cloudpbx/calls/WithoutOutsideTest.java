package io.cloudpbx.calls;

import static io.cloudpbx.calls.PastCalls.MARIA;
import static io.cloudpbx.calls.PastCalls.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.calls.store.LegRows;
import io.cloudpbx.calls.store.SentOutsideRows;
import io.cloudpbx.calls.store.StepRows;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody outside to whom a caller was sent, and who is deleted. */
@WebTest
class WithoutOutsideTest {
    private static final PhoneNumber LABORATORY = new PhoneNumber("+14155550166");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private StepRows steps;

    @Autowired
    private LegRows legs;

    @Autowired
    private SentOutsideRows sent;

    @Autowired
    private WithoutOutside forget;

    private final UUID contact = UUID.randomUUID();
    private final CarrierId phone =
            new CarrierId("CA" + UUID.randomUUID().toString().replace("-", ""));
    private UUID call;

    @BeforeEach
    void somebody_was_sent_to_the_laboratory() {
        call = new PastCalls(beans).none().call(MORNING, "answered", MARIA);
        sent.add(call, LABORATORY);
        sent.add(call, LABORATORY);
        step("/ivr/inbound", "In the menu");
        step("/ivr/transferred/outside_14155550166_101/101/3", "Ringing (415) 555-0166 outside");
        step("/ivr/rung/outside_14155550166_101/0/4", "The conversation is over");
        legs.reported(phone, call, Optional.empty(), CallStatus.COMPLETED, MORNING);
        jdbc.sql("update call set summary = 'Ringing (415) 555-0166 outside' where id = ?")
                .param(call)
                .update();
    }

    private void step(String request, String text) {
        steps.append(
                call,
                request,
                new StepTaken(MORNING, Kind.RINGING, text, "Dana Whitfield transferred the call"),
                "<Response><Dial><Number>+14155550166</Number></Dial></Response>");
    }

    @AfterEach
    void it_is_over() {
        jdbc.sql("delete from carrier_forgetting where person = ?")
                .param(contact)
                .update();
        new PastCalls(beans).none();
    }

    private void isDeleted() {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ContactDeleted(contact, List.of(LABORATORY))));
    }

    private Outcome isForgotten() {
        return forget.run(call + "/" + contact, 1);
    }

    private String kept() {
        return jdbc.sql("""
                        select coalesce((select string_agg(s::text, ' ') from call_step s where s.call_id = c.id), '') || c::text
                            || coalesce((select string_agg(o::text, ' ') from call_sent_outside o where o.call_id = c.id), '')
                        from call c where c.id = ?""").param(call).query(String.class).single();
    }

    @Test
    void the_story_says_no_more_who_they_were_and_the_carrier_forgets_that_it_rang_them() {
        isDeleted();

        assertThat(isForgotten()).isInstanceOf(Outcome.Done.class);
        assertThat(isForgotten()).isInstanceOf(Outcome.Done.class);

        assertThat(kept()).doesNotContain("4155550166", "(415) 555-0166");
        assertThat(steps.of(call))
                .extracting(StepTaken::text)
                .containsExactly("In the menu", "Ringing a deleted person outside", "The conversation is over");
        assertThat(jdbc.sql("select carrier_id from carrier_forgetting where person = ?")
                        .param(contact)
                        .query(String.class)
                        .list())
                .containsExactly(phone.value());
    }

    @Test
    void a_call_that_lasts_is_led_on_by_what_it_says_and_forgets_them_at_its_end() {
        jdbc.sql("update call set ended_at = null, place = 'ringing' where id = ?")
                .param(call)
                .update();
        isDeleted();

        assertThat(isForgotten()).isInstanceOf(Outcome.Again.class);
        assertThat(steps.answerTo(call, "/ivr/transferred/outside_14155550166_101/101/3"))
                .isPresent();
    }

    @Test
    void nobody_else_is_forgotten() {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ContactDeleted(contact, List.of(new PhoneNumber("+14155550167")))));

        assertThat(sent.forgottenIn(call)).isEmpty();
        assertThat(kept()).contains("(415) 555-0166");
    }
}
