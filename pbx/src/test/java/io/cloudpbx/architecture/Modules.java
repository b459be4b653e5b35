package io.cloudpbx.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudpbx.CloudPbx;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the phone system, as Spring Modulith sees them. */
final class Modules {
    /** Without the sandbox carrier: another product, on the class path of tests alone. */
    static final ApplicationModules OURS =
            ApplicationModules.of(CloudPbx.class, JavaClass.Predicates.resideInAPackage("io.cloudpbx.sandbox.."));

    private Modules() {}

    /** A module without a list may use everything, and would pass every check in silence. */
    static List<String> withoutList(ApplicationModules modules) {
        return modules.stream()
                .filter(module -> !declaresList(module.getBasePackage().getName()))
                .map(module -> module.getIdentifier().toString())
                .sorted()
                .toList();
    }

    private static boolean declaresList(String packageName) {
        return declaration(packageName)
                .map(ApplicationModule::allowedDependencies)
                .filter(allowed -> !List.of(allowed).contains(ApplicationModule.OPEN_TOKEN))
                .isPresent();
    }

    private static Optional<ApplicationModule> declaration(String packageName) {
        try {
            AnnotatedElement declared = Class.forName(packageName + ".package-info");
            return Optional.ofNullable(declared.getAnnotation(ApplicationModule.class));
        } catch (ClassNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** The modules that this one really uses, which may be fewer than it may. */
    static Set<String> usedBy(org.springframework.modulith.core.ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules).stream()
                .map(ApplicationModuleDependency::getTargetModule)
                .map(target -> target.getIdentifier().toString())
                .filter(name -> !name.equals(module.getIdentifier().toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
