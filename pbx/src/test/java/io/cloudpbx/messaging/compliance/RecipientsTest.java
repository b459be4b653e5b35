package io.cloudpbx.messaging.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.cloudpbx.messaging.flow.Place;
import io.cloudpbx.messaging.flow.Recipient;
import io.cloudpbx.messaging.flow.Recipient.Kind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientsTest {
    @ParameterizedTest
    @CsvSource({
        "+14155550123, ORDINARY, US",
        "+14165550123, ORDINARY, CA",
        "+18765550123, ORDINARY, JM",
        "+18095550123, ORDINARY, DO",
        "+17875550123, ORDINARY, PR",
        "+16715550123, ORDINARY, GU",
        "+442079460000, ORDINARY, GB",
        "+18335550123, TOLL_FREE, US",
        "+18885550123, TOLL_FREE, US",
        "+19005551234, PREMIUM, US",
        "+12129761234, PREMIUM, US",
        "+449098790000, PREMIUM, GB",
        "741741, SHORT_CODE, ZZ",
        "+22395, SHORT_CODE, ZZ",
        "911, SHORT_CODE, ZZ",
        "client:ava, NONE, ZZ",
        "'', NONE, ZZ",
        "+9995551234, ORDINARY, ZZ"
    })
    void an_address_is_known_for_what_it_is(String address, Kind kind, String country) {
        assertThat(Recipients.of(address))
                .extracting(Recipient::address, Recipient::kind, Recipient::country)
                .containsExactly(address, kind, country);
    }

    @ParameterizedTest
    @CsvSource({
        "+12125550123, US-NY, America/New_York",
        "+19175550123, US-NY, America/New_York",
        "+19285550123, US-AZ, America/Denver America/Phoenix",
        "+18505550123, US-FL, America/Chicago America/New_York",
        "+14485550123, US-FL, America/Chicago America/New_York",
        "+13645550123, US-KY, America/Chicago America/New_York",
        "+19305550123, US-IN, America/Chicago America/Indiana/Indianapolis",
        "+14585550123, US-OR, America/Boise America/Los_Angeles",
        "+18085550123, US-HI, Pacific/Honolulu",
        "+17875550123, US-PR, America/Puerto_Rico",
        "+16715550123, US-GU, Pacific/Guam"
    })
    void an_area_code_is_in_every_zone_in_which_it_is_given_out(String number, String states, String zones) {
        Place place = RecipientZones.of(new PhoneNumber(number));

        assertThat(String.join(" ", place.states())).isEqualTo(states);
        assertThat(place.zones().stream().map(ZoneId::getId).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(zones);
        assertThat(place.evidence()).isEqualTo(Place.Evidence.AREA_CODE);
    }

    @Test
    void toll_free_and_foreign_numbers_are_in_no_known_place() {
        assertThat(RecipientZones.of(new PhoneNumber("+18335550123"))).isEqualTo(Place.UNKNOWN);
        assertThat(RecipientZones.of(new PhoneNumber("+442079460000"))).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void what_a_person_said_is_better_evidence_than_their_number() {
        PhoneNumber floridian = new PhoneNumber("+13055550123");
        ZoneId zone = ZoneId.of("America/Los_Angeles");

        assertThat(RecipientZones.stated(floridian, "US-OR", zone))
                .isEqualTo(new Place(Set.of("US-OR"), Set.of(zone), Place.Evidence.STATED));
        // A zone alone does not say that a Floridian has left the state.
        assertThat(RecipientZones.stated(floridian, "", zone).states()).containsExactly("US-FL");
    }

    /** Every area code that the library knows is in the table, in the same country. */
    @Test
    void the_table_has_every_area_code_of_the_plan() {
        List<String> different = new ArrayList<>();
        for (int code = 200; code <= 999; code++) {
            String region = region(code);
            String country = Recipients.of("+1" + code + "5550123").country();
            if (!region.equals("ZZ") && !region.equals(country)) {
                different.add(code + ": " + region + " is " + country);
            }
        }
        assertThat(different).isEmpty();
        assertThat(AreaCodes.shipped().all().values())
                .filteredOn(area -> area.country().equals("US"))
                .hasSizeGreaterThan(360)
                .allSatisfy(area -> {
                    assertThat(area.place().states()).hasSize(1);
                    assertThat(area.place().zones()).isNotEmpty();
                });
    }

    private static String region(int code) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            String region = numbers.getRegionCodeForNumber(numbers.parse("+1" + code + "5550123", "US"));
            return region == null ? "ZZ" : region;
        } catch (NumberParseException impossible) {
            return "ZZ";
        }
    }
}
