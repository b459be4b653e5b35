package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.IncomingNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code twilio.md} sections 12, 14, 19.5 and E17. */
class IncomingNumbersResourceTest extends RestTest {
    private static final String NUMBERS = "IncomingPhoneNumbers.json";

    @Test
    void a_bought_number_has_every_setting_of_the_same_request() {
        var reply = business()
                .post(
                        NUMBERS,
                        "PhoneNumber",
                        "+14155550101",
                        "FriendlyName",
                        "Front desk",
                        "VoiceUrl",
                        "http://127.0.0.1:9/voice#rc=2",
                        "VoiceFallbackUrl",
                        "http://127.0.0.1:9/fallback",
                        "VoiceFallbackMethod",
                        "GET",
                        "SmsUrl",
                        "http://127.0.0.1:9/sms",
                        "StatusCallback",
                        "http://127.0.0.1:9/status");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("sid")).matches("PN[0-9a-f]{32}");
        assertThat(reply.text("voice_url")).isEqualTo("http://127.0.0.1:9/voice#rc=2");
        assertThat(reply.text("voice_method")).isEqualTo("POST");
        assertThat(reply.text("voice_fallback_method")).isEqualTo("GET");
        assertThat(reply.text("sms_url")).isEqualTo("http://127.0.0.1:9/sms");
        assertThat(reply.text("status_callback")).isEqualTo("http://127.0.0.1:9/status");
        assertThat(reply.text("type")).isEqualTo("local");
        assertThat(reply.text("status")).isEqualTo("in-use");
        assertThat(reply.json().path("capabilities").path("voice").asBoolean()).isTrue();
        IncomingNumber number = state().number("+14155550101").orElseThrow();
        assertThat(number.friendlyName()).isEqualTo("Front desk");
        assertThat(state().ownerOf("+14155550101").sid()).isEqualTo(Account.BUSINESS_SID);
    }

    @Test
    void the_name_defaults_to_the_number_as_people_write_it() {
        assertThat(business().post(NUMBERS, "PhoneNumber", "+18885550123").text("friendly_name"))
                .isEqualTo("(888) 555-0123");
    }

    @Test
    void by_area_code_the_carrier_picks() {
        var one = business().post(NUMBERS, "AreaCode", "628");
        var other = business().post(NUMBERS, "AreaCode", "628");

        assertThat(one.text("phone_number")).startsWith("+1628555");
        assertThat(other.text("phone_number")).startsWith("+1628555").isNotEqualTo(one.text("phone_number"));
    }

    @ParameterizedTest
    @CsvSource({
        "PhoneNumber, +13035550100, 21422",
        "PhoneNumber, +14155550148, 21422",
        "PhoneNumber, +14155550195, 21422",
        "PhoneNumber, +12125550101, 21422",
        "PhoneNumber, +15005550000, 21422",
        "PhoneNumber, +15005550001, 21421",
        "PhoneNumber, 555,          21421",
        "AreaCode,    212,          21452",
        "AreaCode,    533,          21452",
        "AreaCode,    4x5,          21451",
        "FriendlyName, nothing,     21421",
    })
    void what_cannot_be_bought_is_refused_with_twilios_code(String name, String value, int code) {
        var reply = business().post(NUMBERS, name, value);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(state().numbers()).isEmpty();
    }

    @Test
    void the_magic_number_can_be_bought() {
        assertThat(business().post(NUMBERS, "PhoneNumber", "+15005550006").status())
                .isEqualTo(201);
    }

    @Test
    void a_number_is_sold_once_however_many_want_it() throws Exception {
        Callable<Integer> purchase =
                () -> business().post(NUMBERS, "PhoneNumber", "+14155550102").status();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(8, purchase))) {
                statuses.add(status.get());
            }
        }
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 400)
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "VoiceFallbackUrl,    http://127.0.0.1:9/f, 21405",
        "SmsFallbackUrl,      http://127.0.0.1:9/f, 21406",
        "VoiceUrl,            no url,               21402",
        "VoiceMethod,         PATCH,                21403",
        "VoiceApplicationSid, AP1,                  21420",
        "AddressSid,          AD1,                  21631",
        "BundleSid,           BU1,                  20404",
    })
    void a_bad_setting_is_refused_and_nothing_is_bought(String name, String value, int code) {
        var reply = business().post(NUMBERS, "PhoneNumber", "+14155550103", name, value);

        assertThat(reply.code()).isEqualTo(code);
        assertThat(state().numbers()).isEmpty();
    }

    /** Section 19.3. */
    @Test
    void the_lookup_of_callers_names_is_switched_on_and_off_again() {
        var bought = business().post(NUMBERS, "PhoneNumber", "+14155550103", "VoiceCallerIdLookup", "true");
        String path = "IncomingPhoneNumbers/" + bought.text("sid") + ".json";

        assertThat(bought.json().path("voice_caller_id_lookup").asBoolean()).isTrue();
        assertThat(business()
                        .post(path, "FriendlyName", "Front desk")
                        .json()
                        .path("voice_caller_id_lookup")
                        .asBoolean())
                .isTrue();
        assertThat(business()
                        .post(path, "VoiceCallerIdLookup", "false")
                        .json()
                        .path("voice_caller_id_lookup")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_name_holds_64_characters_and_not_one_more() {
        String smile = "\uD83D\uDE00";

        assertThat(business()
                        .post(NUMBERS, "PhoneNumber", "+14155550104", "FriendlyName", smile.repeat(64))
                        .status())
                .isEqualTo(201);
        assertThat(business()
                        .post(NUMBERS, "PhoneNumber", "+14155550105", "FriendlyName", "a".repeat(65))
                        .code())
                .isEqualTo(20002);
    }

    @Test
    void section_14_a_setting_that_is_none_is_a_bad_parameter() {
        assertThat(business()
                        .post(NUMBERS, "PhoneNumber", "+14155550104", "VoiceReceiveMode", "foo")
                        .code())
                .isEqualTo(20001);
        assertThat(business()
                        .post(NUMBERS, "PhoneNumber", "+14155550104", "VoiceCallerIdLookup", "maybe")
                        .code())
                .isEqualTo(20001);
        assertThat(business()
                        .post(NUMBERS, "PhoneNumber", "+14155550104", "VoiceReceiveMode", "voice")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_update_changes_what_it_names_and_clears_what_it_names_empty() {
        var bought = business()
                .post(
                        NUMBERS,
                        "PhoneNumber",
                        "+14155550106",
                        "VoiceUrl",
                        "http://127.0.0.1:9/voice",
                        "SmsUrl",
                        "http://127.0.0.1:9/sms");

        var changed = business()
                .post("IncomingPhoneNumbers/" + bought.text("sid") + ".json", "SmsUrl", "", "FriendlyName", "Desk");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("sms_url")).isEmpty();
        assertThat(changed.text("voice_url")).isEqualTo("http://127.0.0.1:9/voice");
        assertThat(changed.text("friendly_name")).isEqualTo("Desk");
    }

    @Test
    void a_released_number_is_gone_and_can_be_bought_again() {
        var bought = business().post(NUMBERS, "PhoneNumber", "+14155550107");
        String path = "IncomingPhoneNumbers/" + bought.text("sid") + ".json";

        assertThat(business().delete(path).status()).isEqualTo(204);
        assertThat(business().get(path).status()).isEqualTo(404);
        assertThat(outside().post(NUMBERS, "PhoneNumber", "+14155550107").status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "IncomingPhoneNumbers.json,                                 3",
        "IncomingPhoneNumbers/Local.json,                           2",
        "IncomingPhoneNumbers/TollFree.json,                        1",
        "IncomingPhoneNumbers/Mobile.json,                          0",
        "IncomingPhoneNumbers.json?PhoneNumber=%2B14155550108,      1",
        "IncomingPhoneNumbers.json?PhoneNumber=415*****08,          1",
        "IncomingPhoneNumbers.json?FriendlyName=Sales,              1",
        "IncomingPhoneNumbers.json?Origin=hosted,                   0",
    })
    void numbers_are_listed_by_kind_pattern_and_name(String path, int found) {
        business().post(NUMBERS, "PhoneNumber", "+14155550108", "FriendlyName", "Sales");
        business().post(NUMBERS, "PhoneNumber", "+12025550108");
        business().post(NUMBERS, "PhoneNumber", "+18885550108");
        outside().post(NUMBERS, "PhoneNumber", "+12025550109");

        assertThat(business().get(path).json().path("incoming_phone_numbers").size())
                .isEqualTo(found);
    }
}
