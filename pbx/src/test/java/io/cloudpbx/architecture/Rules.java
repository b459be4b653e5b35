package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.cloudpbx.architecture.violations.OffendingCapability;
import io.cloudpbx.architecture.violations.flow.OffendingDecision;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every rule, and the code that they hold for. */
final class Rules {
    /** The phone system without its tests, and without the carrier that tests bring along. */
    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/io/cloudpbx/sandbox/"))
            .importPackages("io.cloudpbx");

    static final JavaClasses VIOLATIONS =
            new ClassFileImporter().importPackages(OffendingCapability.class.getPackageName());

    private static final ArchRule CONNECTIONS_GO_BACK = ArchRuleDefinition.noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("a stream of rows keeps its connection until it is closed, and the pool has few; a list does not");

    static final Rule DECISIONS_ARE_REPEATABLE =
            new Rule("decisions are repeatable", Decisions.ARE_REPEATABLE, OffendingDecision.RollsDice.class);

    static final List<Rule> ALL = Stream.concat(
                    Stream.of(
                            DECISIONS_ARE_REPEATABLE,
                            new Rule(
                                    "decisions use values only",
                                    Decisions.USE_VALUES_ONLY,
                                    OffendingDecision.OpensFiles.class),
                            new Rule(
                                    "time is injected",
                                    Decisions.TIME_IS_INJECTED,
                                    OffendingCapability.ReadsTheSystemTime.class),
                            new Rule(
                                    "connections go back",
                                    CONNECTIONS_GO_BACK,
                                    OffendingCapability.KeepsAConnection.class),
                            new Rule(
                                    "constructors take what a class needs",
                                    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                                    OffendingCapability.IsFilledFromOutside.class)),
                    Confinements.ALL.stream().map(Confinement::rule))
            .toList();

    private Rules() {}
}
