package io.cloudpbx.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.calls.flow.Talk;
import io.cloudpbx.knowledge.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallUrlsTest {
    @Test
    void a_conversation_comes_back_from_its_address_as_it_was() {
        for (var talk : new Talk[] {Talk.BEGINNING, new Talk(8, 1, 2, "101", Language.SPANISH)}) {
            assertThat(CallUrls.talk(CallUrls.key(talk))).isEqualTo(talk);
        }
        assertThat(CallUrls.key(new Talk(8, 1, 2, "101", Language.SPANISH))).isEqualTo("8-1-2-101-es");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1-0-0-none", "1-0-0-none-english", "-1-0-0-none-en", "999-0-0-none-en", "1-0-0-1-en"})
    void what_is_no_such_address_is_refused(String key) {
        assertThatThrownBy(() -> CallUrls.talk(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/ivr/menu/1/0/menu/7, 7",
        "/ivr/rung/ext-101/0/12, 12",
        "/ivr/waited/queue/3/4, 4",
        "/ivr/transferred/ext-101/none/9, 9",
        "/ivr/name/names/2/5, 5",
        "/ivr/chosen/names/2/326/6, 6",
    })
    void an_address_of_a_place_says_which_step_made_it(String path, int step) {
        assertThat(CallUrls.step(path)).hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ivr/inbound", "/ivr/menu/1/0", "/ivr/rung/101", "/ivr/talk/1-0-0-none-en", "/ivr/recorded/7"})
    void an_address_that_does_not_say_it_is_not_misread(String path) {
        assertThat(CallUrls.step(path)).isEmpty();
    }
}
