package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.lookups.v2.PhoneNumber;
import com.twilio.rest.lookups.v2.PhoneNumber.ValidationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} section 12, Lookup. */
class LookupsResourceTest extends RestTest {

    @Test
    void the_basic_part_says_how_a_number_is_written_and_nothing_that_was_not_asked() {
        PhoneNumber found = PhoneNumber.fetcher("(415) 555-0148").fetch(businessClient());

        assertThat(found.getValid()).isTrue();
        assertThat(found.getValidationErrors()).isEmpty();
        assertThat(found.getPhoneNumber()).hasToString("+14155550148");
        assertThat(found.getNationalFormat()).isEqualTo("(415) 555-0148");
        assertThat(found.getCountryCode()).isEqualTo("US");
        assertThat(found.getCallingCountryCode()).isEqualTo("1");
        assertThat(found.getCallerName()).isNull();
        assertThat(found.getLineTypeIntelligence()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "+14155550148, mobile",
        "+12025550123, nonFixedVoip",
        "+14155550191, mobile",
        "+12125550150, landline",
        "+19175550159, landline",
        "+12125550160, fixedVoip",
        "+12125550170, mobile",
        "+18885550101, tollFree",
        "+14155550101, nonFixedVoip",
    })
    void every_number_has_always_the_same_line_type(String number, String type) {
        PhoneNumber found =
                PhoneNumber.fetcher(number).setFields("line_type_intelligence").fetch(businessClient());

        assertThat(found.getLineTypeIntelligence().getType()).isEqualTo(type);
        assertThat(found.getLineTypeIntelligence().getCarrierName()).isNotBlank();
        assertThat(found.getLineTypeIntelligence().getErrorCode()).isNull();
    }

    @Test
    void the_callers_name_is_spelled_as_the_database_has_it() {
        PhoneNumber found = PhoneNumber.fetcher("+14155550148")
                .setFields("caller_name,line_type_intelligence")
                .fetch(businessClient());

        assertThat(found.getCallerName().getCallerName()).isEqualTo("SANTOS MARIA");
        assertThat(found.getCallerName().getCallerType()).isEqualTo("CONSUMER");
        assertThat(found.getLineTypeIntelligence()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "415555,         TOO_SHORT",
        "+141555501010,  TOO_LONG",
        "+11115550101,   INVALID_BUT_POSSIBLE",
        "+0415555010,    INVALID_COUNTRY_CODE",
        "hello,          NOT_A_NUMBER",
    })
    void what_is_not_a_number_answers_200_and_says_why(String number, ValidationError error) {
        var reply = business().get("/lookups/v2/PhoneNumbers/" + number);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("valid").asBoolean()).isFalse();

        PhoneNumber found = PhoneNumber.fetcher(number).fetch(businessClient());
        assertThat(found.getValid()).isFalse();
        assertThat(found.getValidationErrors()).containsExactly(error);
    }

    @ParameterizedTest
    @CsvSource({"sim_swap, 404, 20404", "zodiac, 400, 60600"})
    void a_package_that_is_not_imitated_names_itself(String field, int status, int code) {
        var reply = business().get("/v2/PhoneNumbers/+14155550148?Fields=" + field);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.text("message")).contains(field);
    }
}
