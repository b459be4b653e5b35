package io.cloudpbx.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "(415) 555-0142, 4155550142",
        "+1 415.555.0142, 14155550142",
        "555-01, 55501",
        "020 7946 0100, 2079460100",
        "0044 20 7946 0100, 442079460100",
        "Route 66, ''",
        "0, ''"
    })
    void a_number_is_looked_for_as_people_write_it(String written, String digits) {
        assertThat(SearchText.digits(written)).isEqualTo(digits);
    }

    @Test
    void a_name_is_met_by_all_words_in_any_order_without_accents() {
        assertThat(SearchText.meets("Renée Okafor", "okafor renee")).isTrue();
        assertThat(SearchText.meets("Renée Okafor", "kafo")).isTrue();
        assertThat(SearchText.meets("Renée Okafor", "ok")).isTrue();
        assertThat(SearchText.meets("Renée Okafor", "fo")).isFalse();
        assertThat(SearchText.meets("Renée Okafor", "renee smith")).isFalse();
    }
}
