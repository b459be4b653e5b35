package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.cloudpbx.architecture.violations.OffendingCapability;
import io.cloudpbx.architecture.violations.flow.OffendingDecision;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, and the code that they hold for. */
final class Rules {
    /** The phone system without its tests, and without the carrier that tests bring along. */
    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/io/cloudpbx/sandbox/"))
            .importPackages("io.cloudpbx");

    static final JavaClasses VIOLATIONS =
            new ClassFileImporter().importPackages(OffendingCapability.class.getPackageName());

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
                                    "constructors take what a class needs",
                                    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                                    OffendingCapability.IsFilledFromOutside.class)),
                    Confinements.ALL.stream().map(Confinement::rule))
            .toList();

    private Rules() {}
}
