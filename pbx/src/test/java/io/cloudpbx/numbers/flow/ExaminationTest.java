package io.cloudpbx.numbers.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.carrier.CarrierNumber;
import io.cloudpbx.carrier.CarrierTextServices.TextService;
import io.cloudpbx.carrier.Deviation;
import io.cloudpbx.carrier.Deviation.Setting;
import io.cloudpbx.numbers.DailyCap;
import io.cloudpbx.numbers.ListedRegistration;
import io.cloudpbx.numbers.ListedRegistration.Status;
import io.cloudpbx.numbers.NumberState;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.numbers.OwnNumber.Listening;
import io.cloudpbx.numbers.OwnNumber.Purpose;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExaminationTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");
    private static final CarrierId ID = new CarrierId("PN1");
    private static final Deviation ELSEWHERE =
            new Deviation(Setting.VOICE_URL, "https://elsewhere.example/voice", "https://phone.example/ivr/inbound");

    @Test
    void what_is_as_it_should_be_is_fine() {
        var examined = examined(ours(NumberState.READY), there());

        assertThat(examined.standing()).isEqualTo(Standing.FINE);
        assertThat(examined.deviations()).isEmpty();
    }

    @Test
    void another_address_or_another_name_is_a_change() {
        var address = examined(ours(NumberState.READY), there(ELSEWHERE));
        assertThat(address.standing()).isEqualTo(Standing.CHANGED);
        assertThat(address.deviations()).containsExactly(ELSEWHERE);

        var name = examined(ours(NumberState.READY), new CarrierNumber(ID, NUMBER, "Somebody", List.of(), true));
        assertThat(name.deviations()).containsExactly(new Deviation(Setting.NAME, "Somebody", "Dana Whitfield"));
        assertThat(name.own()).isEqualTo(name.deviations());
    }

    @Test
    void a_messaging_service_that_takes_its_texts_is_a_change_though_the_number_is_set_right() {
        var service = new TextService(new CarrierId("MG1"), "Newsletter");
        var examined = Examination.of(List.of(ours(NumberState.READY)), List.of(there()), Map.of(ID, service))
                .numbers()
                .getFirst();

        assertThat(examined.standing()).isEqualTo(Standing.CHANGED);
        assertThat(examined.service()).isEqualTo(service);
        assertThat(examined.own()).isEmpty();
        assertThat(examined.ofService()).isEqualTo(examined.deviations());
        assertThat(Diagnosis.of(new Examination(List.of(examined), List.of(), List.of())))
                .containsExactly(
                        "wrong (415) 555-0101: Messaging service that takes its texts is Newsletter, and should be none.");
    }

    @Test
    void what_the_carrier_does_not_list_is_gone_and_what_we_do_not_know_is_a_stranger() {
        var stranger = new CarrierNumber(new CarrierId("PN2"), OTHER, "Fax", List.of(ELSEWHERE), true);
        var examination = Examination.of(List.of(ours(NumberState.FAILED)), List.of(stranger), Map.of());

        assertThat(examination.numbers())
                .singleElement()
                .satisfies(number -> assertThat(number.standing()).isEqualTo(Standing.GONE));
        assertThat(examination.strangers()).containsExactly(stranger);
        assertThat(Diagnosis.of(examination))
                .containsExactly(
                        "wrong (415) 555-0101: the carrier does not have it in this account, so nobody reaches you by it.",
                        "note (415) 555-0102 is in the account at the carrier, and not known here.");
    }

    @Test
    void a_country_that_we_allow_and_the_carrier_does_not_is_named() {
        var examination = Examination.of(List.of(), List.of(), Map.of())
                .withCountries(Set.of("US", "MX", "GB"), Set.of("US", "CA", "GB"));

        assertThat(examination.refusedCountries()).containsExactly("MX");
        assertThat(Diagnosis.of(examination))
                .singleElement()
                .asString()
                .startsWith("wrong Mexico may be called as Settings say, and the carrier refuses it (21215)");
        assertThat(Diagnosis.of(examination.withCountries(Set.of("US"), Set.of("US"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SEARCHING", "BUYING", "CHECKING", "RELEASING"})
    void nothing_is_said_of_what_is_under_way(NumberState state) {
        assertThat(examined(ours(state), there(ELSEWHERE)).standing()).isEqualTo(Standing.UNDER_WAY);
        assertThat(Examination.of(List.of(ours(state)), List.of(), Map.of())
                        .numbers()
                        .getFirst()
                        .standing())
                .isEqualTo(Standing.UNDER_WAY);
    }

    @ParameterizedTest
    @CsvSource({"APPROVED,ok", "PENDING,note", "REJECTED,wrong", "SUSPENDED,wrong", "NONE,note"})
    void a_registration_is_said_with_how_much_it_matters(Status status, String word) {
        var number = ours(NumberState.READY, new ListedRegistration(status, "", Instant.EPOCH));

        var lines = Diagnosis.of(Examination.of(List.of(number), List.of(there()), Map.of()));

        assertThat(lines).hasSize(2).first().isEqualTo("ok (415) 555-0101: its calls and texts come here.");
        assertThat(lines.getLast()).startsWith(word + " (415) 555-0101 ");
    }

    private static ExaminedNumber examined(OwnNumber ours, CarrierNumber there) {
        return Examination.of(List.of(ours), List.of(there), Map.of()).numbers().getFirst();
    }

    private static CarrierNumber there(Deviation... deviations) {
        return new CarrierNumber(ID, NUMBER, "Dana Whitfield", List.of(deviations), true);
    }

    private static OwnNumber ours(NumberState state) {
        return ours(state, null);
    }

    private static OwnNumber ours(NumberState state, @Nullable ListedRegistration registration) {
        return new OwnNumber(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                Purpose.EXTENSION,
                "415",
                NUMBER,
                ID,
                "Dana Whitfield",
                state,
                null,
                null,
                List.of(),
                Listening.TURNS,
                registration,
                true,
                null,
                new DailyCap.Usual());
    }
}
