package io.cloudpbx.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.Deviation.Setting;
import io.cloudpbx.carrier.TwilioSettings;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A start, and the look at numbers that comes with it; the jobs are run by hand. */
class LookForDriftTest {
    private static final PhoneNumber MAIN = new PhoneNumber("+18335550100");
    private static final Deviation ELSEWHERE =
            new Deviation(Setting.VOICE_URL, "https://elsewhere.example", "https://phone.example/ivr/inbound");

    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());
    private final AccountAtCarrier account = context.getBean(AccountAtCarrier.class);
    private final NumberRows rows = context.getBean(NumberRows.class);

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @ComponentScan(
            basePackageClasses = Jobs.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Jobs|JobRows)"))
    @Import({
        AccountAtCarrier.class,
        LookForDrift.class,
        MainNumber.class,
        NumberProvisioning.class,
        NumberRows.class,
        NumberStates.class,
        Numbers.class
    })
    static class Slice {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        TwilioSettings twilio() {
            return new TwilioSettings("AC1", "secret", MAIN.e164(), URI.create("http://localhost"));
        }
    }

    @BeforeEach
    void the_main_number_is_ready() {
        account.has(listed("PN1"));
        starts();
        provisions();
        assertThat(main().state()).isEqualTo(NumberState.READY);
        account.configured().clear();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void a_number_at_which_nothing_is_to_be_done_stays_ready_all_through_a_start() {
        starts();
        assertThat(main().state()).isEqualTo(NumberState.READY);

        looks();

        assertThat(main().state()).isEqualTo(NumberState.READY);
        assertThat(account.configured()).isEmpty();
    }

    @Test
    void what_was_changed_at_the_carrier_is_set_right() {
        account.has(listed("PN1", ELSEWHERE));

        looks();
        provisions();

        assertThat(account.configured()).containsExactly("PN1");
        assertThat(main().state()).isEqualTo(NumberState.READY);
    }

    @Test
    void a_number_that_is_gone_is_said_to_be_and_is_ours_again_when_it_is_back_under_another_id() {
        account.hasNot(MAIN);
        looks();
        provisions();
        assertThat(main().state()).isEqualTo(NumberState.FAILED);
        assertThat(main().code()).isEqualTo("number_gone");
        looks();
        assertThat(main().state()).as("there is nothing new").isEqualTo(NumberState.FAILED);

        account.has(listed("PN2", ELSEWHERE));
        looks();
        provisions();

        assertThat(main().state()).isEqualTo(NumberState.READY);
        assertThat(main().carrierId()).isEqualTo(new CarrierId("PN2"));
        assertThat(account.configured()).containsExactly("PN2");
    }

    @Test
    void a_main_number_that_failed_is_tried_again_by_a_start() {
        account.hasNot(MAIN);
        looks();
        provisions();
        account.has(listed("PN1"));

        starts();
        assertThat(main().state()).isEqualTo(NumberState.CHECKING);
        provisions();

        assertThat(main().state()).isEqualTo(NumberState.READY);
    }

    private void starts() {
        context.getBean(MainNumber.class).ensure();
    }

    private void looks() {
        assertThat(context.getBean(LookForDrift.class).run(LookForDrift.ALL, 1)).isInstanceOf(Outcome.Again.class);
    }

    private void provisions() {
        assertThat(context.getBean(NumberProvisioning.class).run(main().id().toString(), 1))
                .isInstanceOf(Outcome.Done.class);
    }

    private OwnNumber main() {
        return rows.main().orElseThrow();
    }

    private static CarrierNumber listed(String id, Deviation... deviations) {
        return new CarrierNumber(new CarrierId(id), MAIN, "Main line", List.of(deviations), true);
    }
}
