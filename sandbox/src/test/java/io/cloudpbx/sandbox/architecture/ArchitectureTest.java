package io.cloudpbx.sandbox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SANDBOX = "io.cloudpbx.sandbox";
    private static final String VIOLATIONS = SANDBOX + ".architecture.violations";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SANDBOX);
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(VIOLATIONS);

    @Test
    void the_sandbox_knows_nothing_of_the_phone_system() {
        knowsNoCustomer(SANDBOX).check(CODE);
    }

    @Test
    void its_packages_have_no_circles() {
        circleFree(SANDBOX).check(CODE);
    }

    @Test
    void a_look_at_the_customer_is_noticed() {
        assertThat(knowsNoCustomer(VIOLATIONS + ".snoop")
                        .evaluate(OFFENDERS.that(resideInAPackage("..snoop..")))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void a_circle_is_noticed() {
        assertThat(circleFree(VIOLATIONS).evaluate(OFFENDERS).hasViolation()).isTrue();
    }

    /** Classes directly in the base package wire the rest together and belong to no slice. */
    private static ArchRule circleFree(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule knowsNoCustomer(String carrier) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.cloudpbx..").and(not(resideInAPackage(carrier + ".."))))
                .because("a carrier that knew its customer could cheat");
    }
}
