package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Decisions are functions: from values to a value, the same today as tomorrow. */
final class Decisions {
    private static final Set<String> LANGUAGE = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "org.jspecify.annotations");

    static final ArchRule USE_VALUES_ONLY = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("..flow..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should(sightNothing("use only values", Sighting.ofTypes(type -> !isValue(type))))
            .because("a decision that needs a database or a network cannot be explained, repeated or tested in a line");

    static final ArchRule ARE_REPEATABLE = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("..flow..")
            .should(sightNothing(
                    "read no clock and roll no dice",
                    Sighting.ofAccesses(Decisions::isUnrepeatable)
                            .or(Sighting.ofTypes(type ->
                                    type.isAssignableTo(Clock.class) || type.isAssignableTo(RandomGenerator.class)))))
            .because("what `explain` says would happen at time T is what happens at T");

    /** Outside decisions too: an instant comes from the injected clock. */
    static final ArchRule TIME_IS_INJECTED = ArchRuleDefinition.classes()
            .should(sightNothing("ask the injected clock", Sighting.ofAccesses(Decisions::readsSystemTime)))
            .because("tests move the clock and nothing sleeps");

    private Decisions() {}

    private static boolean isValue(JavaClass type) {
        return type.isPrimitive()
                || LANGUAGE.contains(type.getPackageName())
                || type.getPackageName().matches(".*\\.flow(\\..*)?")
                || type.isRecord()
                || type.isEnum()
                || type.isInterface() && type.reflect().isSealed();
    }

    private static boolean isUnrepeatable(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return readsSystemTime(access)
                || owner.isEquivalentTo(System.class)
                || owner.isEquivalentTo(Thread.class)
                || owner.isEquivalentTo(Random.class)
                || owner.isEquivalentTo(Math.class) && access.getName().equals("random")
                || owner.isEquivalentTo(UUID.class) && access.getName().equals("randomUUID");
    }

    private static boolean readsSystemTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis")
                || owner.getPackageName().startsWith("java.time")
                        && access.getName().equals("now")
                        && !access.getDescription().contains(Clock.class.getName());
    }

    private static ArchCondition<JavaClass> sightNothing(String description, Sighting sighting) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                sighting.in(origin).forEach(seen -> events.add(SimpleConditionEvent.violated(origin, seen)));
            }
        };
    }
}
