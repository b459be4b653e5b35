package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule of the architecture beside the class that breaks it on purpose.
 *
 * @param offender a deliberate violation; a rule that does not notice it is no rule
 */
record Rule(String name, ArchRule rule, Class<?> offender) {

    void check(JavaClasses classes) {
        rule.check(classes);
    }

    boolean notices(Class<?> type, JavaClasses among) {
        return rule.evaluate(among.that(JavaClass.Predicates.belongToAnyOf(type)))
                .hasViolation();
    }

    @Override
    public String toString() {
        return name;
    }
}
