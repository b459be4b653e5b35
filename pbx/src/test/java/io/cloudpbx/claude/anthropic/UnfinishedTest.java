package io.cloudpbx.claude.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfinishedTest {
    private static final String WHOLE =
            "{\"fact_ids\": [\"hours\", \"a]{\"], \"say\": \"Say \\\"yes\\\" at \\u00e9ight, {really}.\", \"more\": {\"n\": 1}}";

    @Test
    void what_is_open_is_closed_where_the_text_ends() {
        assertThat(Unfinished.object("{\"fact_ids\": [\"hours\"], \"say\": \"We are op"))
                .contains(Map.of("fact_ids", List.of("hours"), "say", "We are op"));
        assertThat(Unfinished.object("{\"fact_ids\": [\"ho")).contains(Map.of("fact_ids", List.of("ho")));
        assertThat(Unfinished.object("{")).contains(Map.of());
    }

    /** At every place where it may be cut it is read as a beginning of the whole, or not yet. */
    @Test
    void no_beginning_says_anything_that_the_whole_does_not() {
        String say = (String) Unfinished.object(WHOLE).orElseThrow().get("say");
        assertThat(say).isEqualTo("Say \"yes\" at éight, {really}.");
        for (int end = 0; end < WHOLE.length(); end++) {
            Unfinished.object(WHOLE.substring(0, end))
                    .map(object -> object.get("say"))
                    .ifPresent(begun -> assertThat(say).startsWith((String) begun));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "[1", "{\"say\"", "{\"say\":", "{\"say\": \"a\\", "{\"say\": null", "}"})
    void what_cannot_be_read_yet_tells_nothing(String begun) {
        assertThat(Unfinished.object(begun)).isEmpty();
    }
}
