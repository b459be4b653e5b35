package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/**
 * Something that may be touched in a few places only.
 *
 * @param homes package patterns; a home that no longer touches it is to be struck off
 * @param offender a deliberate violation
 */
record Confinement(String what, String reason, Sighting sighting, List<String> homes, Class<?> offender) {

    Rule rule() {
        return new Rule(what + ": only at home", archRule(), offender);
    }

    private ArchRule archRule() {
        PackageMatchers atHome = PackageMatchers.of(homes);
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<JavaClass>("keep " + what + " in " + homes) {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        if (!atHome.test(origin.getPackageName())) {
                            sighting.in(origin)
                                    .forEach(seen -> events.add(SimpleConditionEvent.violated(origin, seen)));
                        }
                    }
                })
                .because(reason);
    }

    /** Homes that have nothing to do with it any more: an exemption that would hide the next offender. */
    List<String> idleHomes(JavaClasses classes) {
        return homes.stream().filter(home -> isIdle(home, classes)).toList();
    }

    private boolean isIdle(String home, JavaClasses classes) {
        PackageMatcher matcher = PackageMatcher.of(home);
        return classes.stream()
                .filter(type -> matcher.matches(type.getPackageName()))
                .noneMatch(type -> sighting.in(type).findAny().isPresent());
    }

    @Override
    public String toString() {
        return what;
    }
}
