package io.cloudpbx.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "(415) 555-0190, +14155550190",
        "415-555-0190, +14155550190",
        "1 415 555 0190, +14155550190",
        "+44 20 7946 0000, +442079460000"
    })
    void numbers_are_read_as_people_write_them(String written, String e164) {
        assertThat(PhoneNumber.written(written)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "911",
                "415555019",
                "phone",
                "+1 415 555 0190 ext 5",
                "+14155550190;drop",
                "5555555555555555555555555555555555555555555"
            })
    void what_is_no_number_is_none(String written) {
        assertThat(PhoneNumber.written(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anonymous", "+266696687", "client:alice", "sip:alice@example.com", "", "+1415555019012345"})
    void withheld_and_foreign_callers_have_no_number(String reported) {
        assertThat(PhoneNumber.reported(reported)).isEmpty();
    }

    @Test
    void the_own_country_is_shown_nationally_and_others_internationally() {
        assertThat(new PhoneNumber("+14155550100").display()).isEqualTo("(415) 555-0100");
        assertThat(new PhoneNumber("+442079460000").display()).isEqualTo("+44 20 7946 0000");
    }

    @Test
    void digits_are_spoken_one_by_one() {
        assertThat(new PhoneNumber("+14155550100").spoken()).isEqualTo("4 1 5 5 5 5 0 1 0 0");
    }

    @Test
    void premium_numbers_and_the_caribbean_are_told_apart() {
        assertThat(new PhoneNumber("+19005551234").isCostly()).isTrue();
        assertThat(new PhoneNumber("+18765550100").region()).isEqualTo("JM");
        assertThat(new PhoneNumber("+14155550100").isCostly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_american_numbers_is_said_what_the_library_says(long seed) {
        new Random(seed)
                .ints(2_000, 0, 1_000_000_000)
                .mapToObj(digits -> new PhoneNumber("+1%d%09d".formatted(2 + digits % 8, digits)))
                .forEach(PhoneNumberTest::isAsTheLibrarySays);
    }

    @Test
    void of_all_area_codes_it_is_said_who_pays() {
        IntStream.range(200, 1_000)
                .mapToObj(area -> new PhoneNumber("+1%d5550100".formatted(area)))
                .forEach(PhoneNumberTest::isAsTheLibrarySays);
    }

    private static void isAsTheLibrarySays(PhoneNumber number) {
        assertThat(number.display()).isEqualTo(number.formatted());
        assertThat(number.isTollFree()).as(number.e164()).isEqualTo(number.isTollFreeByLibrary());
    }
}
