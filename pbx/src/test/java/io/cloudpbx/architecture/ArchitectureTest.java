package io.cloudpbx.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.architecture.violations.flow.OffendingDecision;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {
    @ParameterizedTest
    @FieldSource("io.cloudpbx.architecture.Rules#ALL")
    void the_code_keeps_the_rule(Rule rule) {
        rule.check(Rules.CODE);
    }

    @ParameterizedTest
    @FieldSource("io.cloudpbx.architecture.Rules#ALL")
    void the_rule_can_fail(Rule rule) {
        assertThat(rule.notices(rule.offender(), Rules.VIOLATIONS)).isTrue();
    }

    @Test
    void every_way_of_being_unrepeatable_is_noticed() {
        Stream<Class<?>> decisions = Arrays.stream(OffendingDecision.class.getDeclaredClasses());

        assertThat(decisions.filter(decision -> decision != OffendingDecision.OpensFiles.class))
                .hasSize(5)
                .allMatch(decision -> Rules.DECISIONS_ARE_REPEATABLE.notices(decision, Rules.VIOLATIONS));
    }

    @ParameterizedTest
    @FieldSource("io.cloudpbx.architecture.Confinements#ALL")
    void no_exemption_outlives_its_use(Confinement confinement) {
        assertThat(confinement.idleHomes(Rules.CODE)).isEmpty();
    }

    /** Otherwise only a start would tell. */
    @Test
    void no_two_components_share_a_name() {
        List<String> found = ComponentNames.found(Rules.CODE);

        assertThat(found).contains("io.cloudpbx.numbers.Doctor");
        assertThat(ComponentNames.shared(found)).isEmpty();
        assertThat(ComponentNames.shared(List.of("a.Doctor", "a.Doctors", "b.Doctor")))
                .containsExactly("a.Doctor, b.Doctor");
    }
}
