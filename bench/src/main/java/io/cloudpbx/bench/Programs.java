package io.cloudpbx.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param java the command that runs a program, with its options
 * @param sandbox the carrier's jar
 */
record Programs(List<String> java, Path sandbox) {
    /** As the launcher names them. */
    static Programs given() {
        List<String> command = new ArrayList<>(List.of(required("bench.java")));
        command.addAll(List.of(required("bench.options").split(" ")));
        return new Programs(command, Path.of(required("bench.sandbox")));
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("Start me by ./cloudpbx bench; the property " + name + " is missing.");
        }
        return value;
    }
}
