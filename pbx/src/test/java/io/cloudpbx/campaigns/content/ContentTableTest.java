package io.cloudpbx.campaigns.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Topic;
import io.cloudpbx.campaigns.flow.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped of what carriers drop or refuse (C26). */
class ContentTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "See https://bit.ly/3xYz > bit.ly",
                "See HTTP://TinyURL.com/abc. > tinyurl.com",
                "All at t.co/x1 and more > t.co",
                "Old: goo.gl/maps/1 > goo.gl",
                "(ow.ly/a) > ow.ly",
                "is.gd/a?b=c > is.gd",
                "Offer:buff.ly/a > buff.ly",
                "our.rebrand.ly/deal > rebrand.ly",
                "Look here: bit.ly. > bit.ly",
                "bit.ly/{{code}} > bit.ly",
                "{{link|bit.ly/deal}} > bit.ly"
            })
    void links_of_public_shorteners_are_found(String text, String host) {
        assertThat(ContentTable.shorteners().in(text)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://harbor.example/bit.ly/offer",
                "Write to dana@bit.ly",
                "A little bit. Lycra too",
                "Our shop: chat.co and at.com",
                "bit.lyric and orbit.ly.example",
                "The rabbit.ly story",
                "it.co.uk",
                "We open at 9.30, closed t.b.c.",
                ""
            })
    void other_addresses_and_words_are_none(String text) {
        assertThat(ContentTable.shorteners().in(text)).isEmpty();
    }

    @Test
    void a_long_row_of_dots_takes_neither_the_stack_nor_the_day() {
        assertThat(ContentTable.shorteners().in("a.".repeat(500_000))).isEmpty();
        assertThat(ContentTable.shorteners().in("a-".repeat(500_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Two adult toys for one,topic_sex",
        "Stand up for WHITE POWER,topic_hate",
        "Free beer from six on,topic_alcohol",
        "Happy  hour till eight,topic_alcohol",
        "Shotguns are in,topic_firearms",
        "New vapes and e liquids,topic_tobacco",
        "CBD for your knees,topic_cannabis",
        "Pay with bitcoin,topic_cryptocurrency",
        "This is an attempt to collect a debt,topic_debt"
    })
    void each_topic_that_carriers_look_for_is_warned_of(String message, String code) {
        assertThat(warnings(message)).extracting(Warning::code).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your cleaning is at nine. Bring your insurance card.",
                "We begun work on the bridge; the drum and the winery road are closed.",
                "Essex and Middlesex: new hours",
                "Cigarillo's Bakery has warm bread",
                "{} is ready."
            })
    void other_words_are_not(String message) {
        assertThat(warnings(message)).isEmpty();
    }

    @Test
    void a_warning_names_the_word_and_what_the_carrier_does() {
        assertThat(warnings("Our Vapes are here, and beer"))
                .extracting(Warning::sentence)
                .containsExactly(
                        "“beer” reads like a text about alcohol. Carriers filter these, unless your number is registered for them and people’s age is checked.",
                        "“Vapes” reads like a text about tobacco or vaping. The carrier takes none of these, whoever agreed to them, and refuses numbers for it (30878).");
    }

    private static List<Warning> warnings(String message) {
        return ContentTable.topics().stream()
                .flatMap((Topic topic) -> topic.in(message).stream())
                .toList();
    }
}
