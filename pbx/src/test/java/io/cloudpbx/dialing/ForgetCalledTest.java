package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.contacts.ContactDeleted;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is deleted while somebody here calls them. */
@WebTest
class ForgetCalledTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Progress progress;

    @Autowired
    private PhoneNews news;

    @Autowired
    private ForgetCalled forget;

    @Autowired
    private MovableClock clock;

    private final UUID contact = UUID.randomUUID();
    private final CarrierId own = sid();
    private final CarrierId theirs = sid();
    private DialedHouse house;
    private DialedCall call;

    private static CarrierId sid() {
        return new CarrierId("CA" + UUID.randomUUID().toString().replace("-", ""));
    }

    @BeforeEach
    void somebody_is_called() {
        house = new DialedHouse(beans);
        call = house.wished(Duration.ZERO);
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("delete from carrier_forgetting where person = ?")
                .param(contact)
                .update();
        house.isLeft();
    }

    private void isDeleted() {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new ContactDeleted(contact, List.of(new PhoneNumber("+14155550148")))));
    }

    private Outcome isLookedAfter() {
        return forget.run(call.id() + "/" + contact, 1);
    }

    private List<String> forgotten() {
        return jdbc.sql("select carrier_id from carrier_forgetting where person = ?")
                .param(contact)
                .query((row, index) -> row.getString("carrier_id"))
                .list();
    }

    private int asked() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = ? and task_instance = ?")
                .params(ForgetCalled.KIND, call.id() + "/" + contact)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_phone_of_which_the_carrier_tells_only_afterwards_is_forgotten_as_well() {
        progress.pressed(call.id(), own, "1");
        isDeleted();
        assertThat(forgotten()).isEmpty();
        assertThat(isLookedAfter()).isInstanceOf(Outcome.Again.class);

        news.ofOwn(call.id(), own, CallStatus.COMPLETED);
        assertThat(isLookedAfter()).as("its news may come late").isInstanceOf(Outcome.Again.class);
        news.ofCalled(call.id(), theirs, CallStatus.NO_ANSWER);

        assertThat(isLookedAfter()).isInstanceOf(Outcome.Done.class);
        assertThat(forgotten()).containsExactly(theirs.value());
    }

    @Test
    void a_phone_that_is_known_is_forgotten_at_once() {
        progress.pressed(call.id(), own, "1");
        news.ofCalled(call.id(), theirs, CallStatus.RINGING);

        isDeleted();

        assertThat(forgotten()).containsExactly(theirs.value());
        assertThat(asked()).isZero();
    }

    @Test
    void nobody_waits_for_news_of_a_phone_that_was_never_rung() {
        progress.answered(call.id(), own);
        isDeleted();

        assertThat(asked()).isZero();
        assertThat(progress.pressed(call.id(), own, "1")).doesNotContain("<Dial");
    }

    @Test
    void news_that_never_comes_is_not_waited_for_for_ever() {
        progress.pressed(call.id(), own, "1");
        isDeleted();
        news.ofOwn(call.id(), own, CallStatus.COMPLETED);

        clock.advance(Duration.ofMinutes(11));

        assertThat(isLookedAfter()).isInstanceOf(Outcome.Done.class);
        assertThat(forgotten()).isEmpty();
    }
}
