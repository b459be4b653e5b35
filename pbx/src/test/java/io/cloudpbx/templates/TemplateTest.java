package io.cloudpbx.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Hi {{firstName}}!                > Hi Ana!",
                "Hi {{ firstName }}!              > Hi Ana!",
                "Hi {{firstName|there}}!          > Hi Ana!",
                "Hi {{nick|there}}!               > Hi there!",
                "Hi{{nick|}}!                     > Hi!",
                "{{firstName}}, {{firstName}}     > Ana, Ana",
                "Save $5 \\ today                 > Save $5 \\ today",
                "Costs {{price|$5}}               > Costs $5",
                "{single} braces                  > {single} braces"
            })
    void everybody_reads_their_own(String message, String read) {
        assertThat(new Template(message).of(Map.of("firstName", " Ana ", "nick", " ")))
                .isEqualTo(read);
    }

    @Test
    void a_value_is_never_read_as_a_place() {
        assertThat(new Template("Hi {{firstName}}").of(Map.of("firstName", "{{secret}} $1")))
                .isEqualTo("Hi {{secret}} $1");
    }

    @Test
    void what_has_nothing_to_stand_for_it_is_required() {
        var message = new Template("{{firstName}} {{lastName}} {{city|town}}");

        assertThat(message.required()).containsExactly("firstName", "lastName");
        assertThat(message.missing(Map.of("firstName", "Ana"))).isEqualTo("lastName");
        assertThat(message.missing(Map.of("firstName", "Ana", "lastName", "Ruiz")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{", "}}", "{{}}", "{{1st}}", "{{a b}}", "{{a|{{b}}}}", "Hi {{firstName}"})
    void double_braces_that_are_no_place_are_a_mistake(String message) {
        assertThat(new Template(message).isWellFormed()).isFalse();
    }

    @Test
    void every_field_that_has_a_place_is_told() {
        assertThat(new Template("Hi {{firstName|there}} of {{ company }}, {{firstName}}!").fields())
                .containsExactly("firstName", "company");
        assertThat(new Template("Hi.").fields()).isEmpty();
    }
}
