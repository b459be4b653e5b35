package io.cloudpbx.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.architecture.violations.flow.OffendingDecision;
import java.util.Arrays;
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
}
