package io.cloudpbx.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.telephony.Destinations.Bar;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"+14155550148", "+16135550148", "+18335550148", "+18004110148", "+18889760148"})
    void ordinary_numbers_of_allowed_countries_are_called(String number) {
        assertThat(Destinations.USUAL.against(new PhoneNumber(number))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+870773111632, SATELLITE",
        "+881631234567, SATELLITE",
        "+882161234567, SATELLITE",
        "+8835100123456, SATELLITE",
        "+9791234567, SATELLITE",
        "+19005550148, PREMIUM",
        "+12129765014, PREMIUM",
        "+449098790148, PREMIUM",
        "+14115550148, SERVICE",
        "+14154110148, SERVICE",
        "+12125551212, SERVICE",
        "+442079460018, COUNTRY",
        "+18765550148, COUNTRY",
        "+12425550148, COUNTRY",
        "+17875550148, COUNTRY"
    })
    void numbers_that_fraud_lives_on_are_refused(String number, Bar bar) {
        assertThat(Destinations.USUAL.against(new PhoneNumber(number))).contains(bar);
    }

    @Test
    void a_country_is_called_once_it_is_allowed_and_what_costs_more_there_is_not() {
        var british = new Destinations(Set.of("GB"));

        assertThat(british.against(new PhoneNumber("+442079460018"))).isEmpty();
        assertThat(british.against(new PhoneNumber("+449098790148"))).contains(Bar.PREMIUM);
        assertThat(british.against(new PhoneNumber("+14155550148"))).contains(Bar.COUNTRY);
        assertThat(british.against(new PhoneNumber("+18335550148"))).contains(Bar.COUNTRY);
    }

    @Test
    void none_of_five_hundred_bad_destinations_is_called() {
        assertThat(BadDestinations.ALL)
                .hasSizeGreaterThanOrEqualTo(500)
                .allMatch(number -> Destinations.USUAL.against(number).isPresent());
    }
}
