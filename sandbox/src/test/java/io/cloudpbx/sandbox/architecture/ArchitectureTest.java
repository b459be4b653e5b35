package io.cloudpbx.sandbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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

    private static final ArchRule KNOWS_NO_CUSTOMER = noClasses()
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("are a customer's", type -> isOfCloudPbx(type) && !isOfSandbox(type)))
            .because("a carrier that knew its customer could cheat");

    @Test
    void the_sandbox_knows_nothing_of_the_phone_system() {
        KNOWS_NO_CUSTOMER.check(CODE);
    }

    @Test
    void its_packages_have_no_circles() {
        circleFree(SANDBOX).check(CODE);
    }

    @Test
    void a_look_at_the_customer_is_noticed() {
        assertThat(KNOWS_NO_CUSTOMER.evaluate(OFFENDERS).hasViolation()).isTrue();
    }

    @Test
    void a_circle_is_noticed() {
        assertThat(circleFree(VIOLATIONS).evaluate(OFFENDERS).hasViolation()).isTrue();
    }

    /** Classes directly in the base package wire the rest together and belong to no slice. */
    private static ArchRule circleFree(String base) {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }

    private static boolean isOfCloudPbx(JavaClass type) {
        return type.getPackageName().startsWith("io.cloudpbx");
    }

    private static boolean isOfSandbox(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(SANDBOX + ".");
    }
}
