package io.cloudpbx.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import io.cloudpbx.sandbox.state.SenderRegistration.Status;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools of numbers and what networks think of them ({@code twilio.md} sections 12, 14, 15). */
class MessagingServicesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Hook NO_HOOK = new Hook(null, "POST", null, "POST");

    @TempDir
    private Path folder;

    @Test
    void a_pool_and_a_registration_survive_a_restart() {
        try (CarrierState state = CarrierState.open(folder)) {
            number(state, "PN1", "+14155550101");
            number(state, "PN2", "+18885550102");
            MessagingServices services = state.messagingServices();
            services.save(service("MG1"));
            services.add(new PoolMember("PN2", "MG1", NOW));
            services.add(new PoolMember("PN1", "MG1", NOW));
            state.senderRegistrations().set("+18885550102", Status.IN_REVIEW);
        }
        try (CarrierState state = CarrierState.open(folder)) {
            assertThat(state.messagingServices().find("MG1")).contains(service("MG1"));
            assertThat(state.messagingServices().pool("MG1"))
                    .extracting(IncomingNumber::sid)
                    .containsExactly("PN2", "PN1");
            assertThat(state.senderRegistrations().of("+18885550102").status()).isEqualTo(Status.IN_REVIEW);
        }
    }

    @Test
    void a_number_is_in_one_pool_at_most_and_leaves_it_when_it_is_released() {
        try (CarrierState state = CarrierState.inMemory()) {
            number(state, "PN1", "+14155550101");
            MessagingServices services = state.messagingServices();
            services.save(service("MG1"));
            services.save(service("MG2"));

            assertThat(services.add(new PoolMember("PN1", "MG1", NOW))).isEmpty();
            assertThat(services.add(new PoolMember("PN1", "MG2", NOW)))
                    .map(PoolMember::serviceSid)
                    .contains("MG1");
            assertThat(services.ofNumber("+14155550101"))
                    .map(MessagingService::sid)
                    .contains("MG1");

            state.release(state.numberBySid("PN1").orElseThrow());
            assertThat(services.members("MG1")).isEmpty();
            assertThat(services.ofNumber("+14155550101")).isEmpty();
        }
    }

    @Test
    void the_numbers_of_a_deleted_service_are_free_for_another_one() {
        try (CarrierState state = CarrierState.inMemory()) {
            number(state, "PN1", "+14155550101");
            MessagingServices services = state.messagingServices();
            services.save(service("MG1"));
            services.add(new PoolMember("PN1", "MG1", NOW));

            services.delete(service("MG1"));

            assertThat(services.find("MG1")).isEmpty();
            assertThat(services.add(new PoolMember("PN1", "MG2", NOW))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+18885550102, UNREGISTERED, 30032",
        "+18885550102, IN_REVIEW,    30032",
        "+18885550102, REFUSED,      30032",
        "+14155550102, UNREGISTERED, 30034",
        "+14155550102, IN_REVIEW,    30035",
        "+14155550102, REFUSED,      30033",
    })
    void texts_of_a_sender_that_is_not_registered_fail_with_the_code_of_its_kind(
            String number, Status status, int code) {
        try (CarrierState state = CarrierState.inMemory()) {
            assertThat(state.senderRegistrations().of(number).refusal()).isEmpty();

            state.senderRegistrations().set(number, status);

            assertThat(state.senderRegistrations().of(number).refusal()).hasValue(code);
        }
    }

    private static void number(CarrierState state, String sid, String phoneNumber) {
        state.buy(new IncomingNumber(
                sid, Account.BUSINESS_SID, phoneNumber, "", NO_HOOK, NO_HOOK, null, "POST", NOW, NOW));
    }

    private static MessagingService service(String sid) {
        return new MessagingService(
                sid,
                Account.BUSINESS_SID,
                "Service",
                NO_HOOK,
                null,
                MessagingService.LONGEST_VALIDITY,
                MessagingService.Options.DEFAULT,
                "notifications",
                NOW,
                NOW);
    }
}
