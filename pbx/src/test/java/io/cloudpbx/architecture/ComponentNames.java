package io.cloudpbx.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The names that components have by being found: those of their classes, whatever package they lie in. */
final class ComponentNames {
    private ComponentNames() {}

    static List<String> found(JavaClasses classes) {
        return classes.stream()
                .filter(each -> !each.isInterface())
                .filter(each -> each.isAnnotatedWith(Component.class) || each.isMetaAnnotatedWith(Component.class))
                .map(JavaClass::getName)
                .toList();
    }

    /** Those that several share, each with who they are: a program that has both does not start. */
    static List<String> shared(Collection<String> classNames) {
        return classNames.stream()
                .sorted()
                .collect(groupingBy(name -> ClassUtils.getShortName(name), TreeMap::new, joining(", ")))
                .values()
                .stream()
                .filter(names -> names.contains(", "))
                .toList();
    }
}
