package io.cloudpbx.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierMemory;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.forgetting.store.ForgettingRows;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForgetAtCarrierTest {
    private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext();
    private static final UUID PERSON = UUID.randomUUID();
    private static final CarrierId TEXT = new CarrierId("SM" + "0".repeat(32));
    private static final CarrierId RECORDING = new CarrierId("RE" + "0".repeat(32));
    private static final CarrierId CALL = new CarrierId("CA1");

    private final ForgettingRows rows = CONTEXT.getBean(ForgettingRows.class);
    private final MovableClock clock = new MovableClock();
    private final List<String> asked = new ArrayList<>();
    private @Nullable CarrierFailure failure;
    private final ForgetAtCarrier job = new ForgetAtCarrier(rows, new Memory(), clock);

    @BeforeAll
    static void open() {
        CONTEXT.registerBean(JdbcClient.class, () -> TestDatabase.fresh().jdbc());
        CONTEXT.register(ForgettingRows.class);
        CONTEXT.refresh();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void a_text_with_a_picture_and_a_recording_are_wanted() {
        CONTEXT.getBean(JdbcClient.class).sql("delete from carrier_forgetting").update();
        rows.insert(new Wanted(TEXT, Wanted.Kind.TEXT, true, PERSON, clock.instant()));
        rows.insert(new Wanted(RECORDING, Wanted.Kind.RECORDING, false, PERSON, clock.instant()));
    }

    @Test
    void attachments_go_before_the_words_that_tell_of_them_and_nothing_is_asked_for_twice() {
        assertThat(run(TEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(run(RECORDING)).isInstanceOf(Outcome.Done.class);
        assertThat(run(TEXT)).isInstanceOf(Outcome.Done.class);

        assertThat(asked).containsExactly("media " + TEXT, "redact " + TEXT, "recording " + RECORDING);
        assertThat(rows.count(PERSON)).isEqualTo(new AtCarrier(2, 0, 0));
        assertThat(rows.knows(TEXT)).isTrue();
    }

    @Test
    void what_is_listed_of_a_call_goes() {
        rows.insert(new Wanted(CALL, Wanted.Kind.CALL, false, PERSON, clock.instant()));

        assertThat(run(CALL)).isInstanceOf(Outcome.Done.class);

        assertThat(asked).containsExactly("call " + CALL);
        assertThat(rows.count(PERSON)).isEqualTo(new AtCarrier(1, 2, 0));
    }

    @Test
    void a_carrier_that_cannot_is_asked_again() {
        failure = new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "The carrier answered 503");
        assertThat(run(RECORDING)).isInstanceOf(Outcome.Again.class);
        assertThat(rows.count(PERSON)).isEqualTo(new AtCarrier(0, 2, 0));

        failure = null;
        assertThat(run(RECORDING)).isInstanceOf(Outcome.Done.class);
        assertThat(rows.count(PERSON)).isEqualTo(new AtCarrier(1, 1, 0));
    }

    /** As long as a text is on its way the carrier does not empty it. */
    @Test
    void a_carrier_that_will_not_is_asked_every_hour_for_a_month_and_then_a_person_has_to() {
        failure = new CarrierFailure(Kind.REFUSED, 20009, "Cannot delete before it is complete");
        clock.advance(Duration.ofDays(29));
        assertThat(run(TEXT)).isEqualTo(new Outcome.Again(Duration.ofHours(1)));
        assertThat(rows.count(PERSON).refused()).isZero();

        clock.advance(Duration.ofDays(2));
        assertThat(run(TEXT)).isInstanceOf(Outcome.GaveUp.class);
        assertThat(rows.count(PERSON)).isEqualTo(new AtCarrier(0, 1, 1));
        assertThat(run(TEXT)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome run(CarrierId id) {
        return job.run(id.value(), 1);
    }

    private final class Memory implements CarrierMemory {
        @Override
        public void redact(CarrierId text) {
            does("redact " + text);
        }

        @Override
        public void deleteMedia(CarrierId text) {
            does("media " + text);
        }

        @Override
        public void deleteRecording(CarrierId recording) {
            does("recording " + recording);
        }

        @Override
        public void deleteCall(CarrierId call) {
            does("call " + call);
        }

        private void does(String what) {
            if (failure != null) {
                throw failure;
            }
            asked.add(what);
        }
    }
}
