package io.cloudpbx.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final String VIOLATIONS = "io.cloudpbx.architecture.violations.modules.";

    @Test
    void modules_use_only_what_they_list_and_never_each_other_in_a_circle() {
        Modules.OURS.verify();
    }

    @Test
    void every_module_lists_what_it_may_use() {
        assertThat(Modules.OURS.stream()).isNotEmpty();
        assertThat(Modules.withoutList(Modules.OURS)).isEmpty();
    }

    @Test
    void the_sandbox_carrier_is_no_module_of_ours() {
        assertThat(Modules.OURS.getModuleByName("sandbox")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unlisted, depends on module 'used'",
        "internals, non-exposed type",
        "circle, Cycle detected",
    })
    void the_check_notices(String offence, String complaint) {
        assertThat(offending(offence).detectViolations().getMessages())
                .anySatisfy(message -> assertThat(message).contains(complaint));
    }

    @Test
    void a_module_without_a_list_is_noticed() {
        assertThat(Modules.withoutList(offending("listless"))).isEqualTo(List.of("carefree"));
    }

    private static ApplicationModules offending(String offence) {
        return ApplicationModules.of(VIOLATIONS + offence, location -> true);
    }
}
