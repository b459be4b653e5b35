package io.cloudpbx.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param java the command that runs a program, with its options
 * @param sandbox the carrier's jar
 * @param pbx the phone system's jar
 * @param startOptions with which the carrier alone is started besides
 */
public record Programs(List<String> java, Path sandbox, Path pbx, List<String> startOptions) {
    /** As the launcher names them. */
    public static Programs given() {
        List<String> command = new ArrayList<>(List.of(required("bench.java")));
        command.addAll(List.of(required("bench.options").split(" ")));
        String cache = System.getProperty("bench.cache", "");
        return new Programs(
                command,
                Path.of(required("bench.sandbox")),
                Path.of(required("bench.pbx")),
                cache.isEmpty() ? List.of() : List.of(cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
    }

    /** With more memory for the carrier, which holds every text of a long trial and should not spend it all on collecting the others'. */
    Programs withRoomForTexts() {
        List<String> options = new ArrayList<>(startOptions);
        options.add("-Xmx1g");
        return new Programs(java, sandbox, pbx, options);
    }

    /** The command that runs the carrier. */
    List<String> carrier() {
        List<String> command = new ArrayList<>(java);
        command.addAll(startOptions);
        command.addAll(List.of("-jar", sandbox.toString()));
        return command;
    }

    /** The command that runs the phone system. */
    List<String> phoneSystem() {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", pbx.toString()));
        return command;
    }

    /** The same, begun by another class of ours. */
    List<String> phoneSystem(Class<?> main, String option) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(option, "-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    /** The command that runs the {@link Customer}. */
    List<String> customer() {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), Main.CUSTOMER));
        return command;
    }

    /** A tool of the same JDK. */
    String tool(String name) {
        return Path.of(java.getFirst()).resolveSibling(name).toString();
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("Start me by ./cloudpbx bench; the property " + name + " is missing.");
        }
        return value;
    }
}
