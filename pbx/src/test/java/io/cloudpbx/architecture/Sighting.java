package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds in a class the places where it touches something, each described in words. */
interface Sighting {
    Stream<String> in(JavaClass origin);

    default Sighting or(Sighting other) {
        return origin -> Stream.concat(in(origin), other.in(origin));
    }

    static Sighting ofPackages(String... packages) {
        PackageMatchers matchers = PackageMatchers.of(packages);
        return ofTypes(type -> matchers.test(type.getPackageName()));
    }

    static Sighting ofTypes(Predicate<JavaClass> types) {
        return origin -> origin.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> types.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription);
    }

    /** Calls, constructions and field reads. */
    static Sighting ofAccesses(Predicate<JavaAccess<?>> accesses) {
        return origin -> origin.getAccessesFromSelf().stream().filter(accesses).map(JavaAccess::getDescription);
    }
}
