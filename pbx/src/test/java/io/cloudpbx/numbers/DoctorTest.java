package io.cloudpbx.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierPermissions;
import io.cloudpbx.carrier.CarrierRegistration;
import io.cloudpbx.carrier.CarrierRegistrations;
import io.cloudpbx.carrier.CarrierTextServices;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.Deviation.Setting;
import io.cloudpbx.carrier.EmergencyAddress;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.numbers.store.NumberRows;
import io.cloudpbx.numbers.store.NumberRows.Wish;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Operators;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.settings.store.SettingsRow;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Several numbers that somebody changed at the carrier, of which not all can be set right. */
class DoctorTest {
    private static final CarrierId FIRST = new CarrierId("PN1");
    private static final CarrierId SECOND = new CarrierId("PN2");
    private static final CarrierId THIRD = new CarrierId("PN3");
    private static final Deviation ELSEWHERE =
            new Deviation(Setting.SMS_URL, "https://elsewhere.example", "https://phone.example/sms/inbound");

    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());
    private final AccountAtCarrier account = context.getBean(AccountAtCarrier.class);
    private final Newsletter newsletter = context.getBean(Newsletter.class);
    private final Doctor doctor = context.getBean(Doctor.class);
    private final List<String> told = new ArrayList<>();
    private final Map<CarrierId, UUID> ids = new HashMap<>();

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @ComponentScan(
            basePackageClasses = Jobs.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Jobs|JobRows)"))
    @Import({
        AccountAtCarrier.class,
        AskRegistrations.class,
        Doctor.class,
        Newsletter.class,
        NumberRows.class,
        NumberStates.class,
        Numbers.class,
        Settings.class,
        SettingsRow.class,
        Unregistered.class
    })
    static class Slice {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        Operators operators() {
            return extension -> true;
        }

        /** Of a carrier that does not speak of it. */
        @Bean
        CarrierPermissions permissions() {
            return Optional::empty;
        }
    }

    /** A messaging service that may take the texts of numbers, and cannot be reached where that is to be changed. */
    static final class Newsletter implements CarrierTextServices {
        private final Map<CarrierId, TextService> taken = new HashMap<>();

        @Override
        public Map<CarrierId, TextService> takingTexts() {
            return taken;
        }

        @Override
        public void leaveTextsToNumbers(CarrierId service) {
            throw new CarrierFailure(Kind.UNKNOWN_OUTCOME, 0, "No answer");
        }
    }

    static final class Unregistered implements CarrierRegistrations {
        @Override
        public List<CarrierRegistration> all() {
            return List.of();
        }

        @Override
        public Map<CarrierId, EmergencyAddress> emergencyAddresses() {
            return Map.of();
        }
    }

    @BeforeEach
    void all_were_changed() {
        changed(FIRST, new PhoneNumber("+14155550171"));
        changed(SECOND, new PhoneNumber("+14155550172"));
        changed(THIRD, new PhoneNumber("+14155550173"));
    }

    private void changed(CarrierId there, PhoneNumber number) {
        UUID id = UUID.randomUUID();
        var rows = context.getBean(NumberRows.class);
        rows.insert(id, Purpose.COMPANY, null, number, new Wish(number.display(), NumberState.BUYING));
        rows.bought(id, there);
        rows.move(id, NumberState.CHECKING, NumberState.READY);
        ids.put(there, id);
        account.has(new CarrierNumber(there, number, number.display(), List.of(ELSEWHERE), true));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void note(Doctor.Repair repair) {
        told.add(repair.number().carrierId() + " " + repair.before().getFirst().setting());
    }

    private static void isRefused(String code, ThrowingCallable repairing) {
        assertThatThrownBy(repairing)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void a_number_that_the_carrier_refuses_to_set_keeps_no_other_from_being_set() {
        account.refuses(SECOND, Kind.REFUSED);

        isRefused("carrier_refused", () -> doctor.repairAll(this::note));

        assertThat(account.configured()).containsExactly(FIRST.value(), THIRD.value());
        assertThat(told).containsExactly(FIRST + " SMS_URL", THIRD + " SMS_URL");
    }

    @Test
    void what_was_set_before_the_carrier_fell_silent_is_told_and_nothing_more_is_asked_of_it() {
        account.refuses(SECOND, Kind.UNKNOWN_OUTCOME);

        isRefused("carrier_unavailable", () -> doctor.repairAll(this::note));

        assertThat(account.configured()).containsExactly(FIRST.value());
        assertThat(told).containsExactly(FIRST + " SMS_URL");
    }

    @Test
    void a_number_that_was_set_is_told_though_its_messaging_service_was_not() {
        newsletter.taken.put(FIRST, new CarrierTextServices.TextService(new CarrierId("MG1"), "Newsletter"));

        isRefused("carrier_unavailable", () -> doctor.repair(Objects.requireNonNull(ids.get(FIRST)), this::note));

        assertThat(told).containsExactly(FIRST + " SMS_URL");
    }

    @Test
    void an_examination_says_how_registrations_stand_and_keeps_nothing_of_it() {
        var examined = doctor.examineAll().numbers();

        assertThat(examined)
                .extracting(each ->
                        Objects.requireNonNull(each.number().registration()).status())
                .containsOnly(ListedRegistration.Status.NONE);
        assertThat(context.getBean(NumberRows.class).held())
                .hasSize(3)
                .allMatch(number -> number.registration() == null);
    }
}
