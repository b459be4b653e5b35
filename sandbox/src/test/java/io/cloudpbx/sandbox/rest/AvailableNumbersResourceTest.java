package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.market.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code twilio.md} section 12 and E17. */
class AvailableNumbersResourceTest extends RestTest {
    private static final String LOCAL = "AvailablePhoneNumbers/US/Local.json?";

    private List<JsonNode> local(String query) {
        return business()
                .get(LOCAL + query)
                .json()
                .path("available_phone_numbers")
                .valueStream()
                .toList();
    }

    private List<String> localNumbers(String query) {
        return local(query).stream()
                .map(number -> number.path("phone_number").asString())
                .toList();
    }

    @Test
    void an_entry_tells_where_the_number_belongs_and_what_it_can_do() {
        JsonNode number = local("AreaCode=415&PageSize=1").getFirst();

        assertThat(number.path("phone_number").asString()).isEqualTo("+14155550100");
        assertThat(number.path("friendly_name").asString()).isEqualTo("(415) 555-0100");
        assertThat(number.path("locality").asString()).isEqualTo("San Francisco");
        assertThat(number.path("region").asString()).isEqualTo("CA");
        assertThat(number.path("latitude").asString()).isEqualTo("37.774900");
        assertThat(number.path("iso_country").asString()).isEqualTo("US");
        assertThat(number.path("capabilities").path("SMS").asBoolean()).isTrue();
    }

    @Test
    void only_numbers_reserved_for_fiction_are_sold() {
        assertThat(localNumbers("PageSize=1000"))
                .hasSize(1000)
                .allMatch(number -> number.matches("\\+1\\d{3}55501\\d\\d"));
    }

    @Test
    void a_bought_number_is_no_longer_listed_and_a_released_one_is_again() {
        var bought = business().post("IncomingPhoneNumbers.json", "PhoneNumber", "+14155550100");
        assertThat(localNumbers("AreaCode=415")).doesNotContain("+14155550100");

        business().delete("IncomingPhoneNumbers/" + bought.text("sid") + ".json");
        assertThat(localNumbers("AreaCode=415")).contains("+14155550100");
    }

    @Test
    void nobodys_private_phone_is_for_sale() {
        assertThat(localNumbers("Contains=555&PageSize=1000&InRegion=CA"))
                .doesNotContainAnyElementsOf(
                        Persona.ALL.stream().map(Persona::phoneNumber).toList())
                .doesNotContain("+14155550190", "+14155550199", "+16285550170", "+16285550179");
    }

    @ParameterizedTest
    @CsvSource({"212", "310", "917", "999"})
    void an_exhausted_or_unknown_area_code_lists_nothing(String areaCode) {
        assertThat(local("AreaCode=" + areaCode)).isEmpty();
    }

    @Test
    void near_an_exhausted_area_code_others_are_found_within_the_distance() {
        assertThat(localNumbers("NearNumber=%2B12125550100&PageSize=1000"))
                .isNotEmpty()
                .allMatch(number -> number.matches("\\+1(646|347|718|201).*"));
        assertThat(localNumbers("NearNumber=%2B12125550100&Distance=100&PageSize=1000"))
                .anyMatch(number -> number.startsWith("+1215"));
        assertThat(localNumbers("NearLatLong=37.77,-122.42&Distance=5&PageSize=1000"))
                .isNotEmpty()
                .allMatch(number -> number.matches("\\+1(415|628).*"));
    }

    @ParameterizedTest
    @CsvSource({
        "AreaCode=415&Contains=5550112,        1",
        "AreaCode=415&Contains=415***011*,    10",
        "Contains=%2B1415555011*,             10",
        "AreaCode=415&Contains=JKL0112,        1",
        "InLocality=boston&PageSize=1000,    100",
        "InPostalCode=94607&PageSize=1000,    98",
        "InRegion=TX&AreaCode=415,             0",
        "AreaCode=415&SmsEnabled=true,        50",
        "AreaCode=415&SmsEnabled=false,        0",
        "AreaCode=415&PageSize=7,              7",
        "AreaCode=415&Beta=false,             50",
        "AreaCode=415&ExcludeAllAddressRequired=true,     50",
        "AreaCode=415&ExcludeLocalAddressRequired=true,   50",
        "AreaCode=415&ExcludeForeignAddressRequired=true, 50",
        "AreaCode=415&FaxEnabled=true,         0",
    })
    void numbers_are_filtered(String query, int found) {
        assertThat(local(query)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"AreaCode=4x5, 21451", "Contains=4, 20001", "Distance=501&NearNumber=%2B14155550100, 20001"})
    void a_filter_that_makes_no_sense_is_refused(String query, int code) {
        var reply = business().get(LOCAL + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void toll_free_numbers_belong_nowhere() {
        JsonNode number = business()
                .get("AvailablePhoneNumbers/US/TollFree.json?AreaCode=888")
                .json()
                .path("available_phone_numbers")
                .get(0);

        assertThat(number.path("phone_number").asString()).isEqualTo("+18885550100");
        assertThat(List.of("locality", "region", "latitude", "longitude", "rate_center", "postal_code"))
                .allSatisfy(field -> assertThat(number.get(field).isNull()).isTrue());
    }

    @Test
    void there_are_no_american_mobile_numbers_and_no_other_countries() {
        assertThat(business().get("AvailablePhoneNumbers/US/Mobile.json").json().path("available_phone_numbers"))
                .isEmpty();
        assertThat(business().get("AvailablePhoneNumbers/DE/Local.json").code()).isEqualTo(20404);
    }
}
