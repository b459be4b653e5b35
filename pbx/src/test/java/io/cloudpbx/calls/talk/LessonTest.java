package io.cloudpbx.calls.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.talk.TurnView.Weighed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LessonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Turns with a semicolon between, each: what was heard -> what was decided. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ortego -> clarify luis; yes -> connect luis                                        | ask luis ortego",
                "ortego -> clarify luis dana; the first -> connect luis                             | ask luis ortego",
                "my bill -> clarify; ortego -> clarify luis; yes -> connect luis                    | ask luis ortego",
                "hours -> answer hours; ortego -> clarify luis; yes -> connect luis                 | ask luis ortego",
                "ortego -> connect luis                                                             | said luis ortego",
                "ortego -> clarify; luis ortega -> connect luis                                     | said luis luis ortega",
                "ortego -> clarify dana; no luis -> connect luis                                    | said luis no luis",
                "ortego -> clarify luis; no the front desk -> operator                              | ",
                "ortego -> clarify luis; yes -> connect luis; dana -> connect dana                  | ",
                "dana -> connect dana; ortego -> clarify luis; yes -> connect luis                  | ",
                "ortego -> clarify luis; yes -> connect luis; la la -> reprompt                     | ",
                "ortego -> clarify luis; yes -> connect luis; 104 ->                                | ",
                "ortego -> clarify luis; yes -> message luis                                        | ",
                "ortego -> clarify luis                                                             | ",
            })
    void a_conversation_teaches_what_its_caller_was_asked_about_and_confirmed(String turns, String lesson) {
        var learned = Lesson.of(conversation(turns))
                .map(one -> "%s %s %s".formatted(one.asked() ? "ask" : "said", one.target(), one.heard()));

        assertThat(learned.orElse("")).isEqualTo(lesson == null ? "" : lesson);
    }

    private static List<TurnView> conversation(String turns) {
        List<TurnView> conversation = new ArrayList<>();
        for (String turn : turns.split(";")) {
            String[] parts = turn.strip().split("\\s*->\\s*", 2);
            conversation.add(turn(conversation.size() + 1, parts[0], parts[1]));
        }
        return conversation;
    }

    private static TurnView turn(int number, String heard, String decided) {
        var weighed = decided.isBlank() ? null : weighed(decided.strip());
        return new TurnView(
                number, "", Instant.EPOCH, heard, "", 1.0, Instant.EPOCH, null, weighed, null, null, "turns");
    }

    private static @Nullable Weighed weighed(String decided) {
        String[] words = decided.split(" ");
        ObjectNode decision = JSON.createObjectNode().put("kind", words[0]);
        var candidates = decision.putArray("candidates");
        for (int i = 1; i < words.length; i++) {
            candidates.add(words[i]);
            decision.put("target", words[i]);
        }
        var nothing = JSON.createArrayNode();
        return new Weighed(
                decision,
                "en",
                nothing,
                "offline",
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                BigDecimal.ZERO,
                1,
                false);
    }
}
