package io.cloudpbx.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** CloudPBX as it stands on somebody's machine: the launcher beside programs that are already built. */
record Installation(Path folder) {
    private static final List<String> PROGRAMS = List.of("pbx", "sandbox");
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** A folder whose name has a space, with the launcher and no programs. */
    static Installation withoutPrograms(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("Cloud PBX"));
        copy(PROJECT.resolve("cloudpbx"), folder);
        copyAll(PROJECT.resolve("build/launcher"), folder.resolve("build/launcher"));
        return new Installation(folder);
    }

    /** The same with the programs of this build, and no sources that could be newer. */
    static Installation built(Path parent) throws IOException {
        Installation installation = withoutPrograms(parent);
        for (String program : PROGRAMS) {
            Path target = PROJECT.resolve(program).resolve("target");
            copy(target.resolve(program + ".jar"), installation.target(program));
            copyAll(target.resolve("lib"), installation.target(program).resolve("lib"));
        }
        return installation.stamped();
    }

    /** The same with programs that would not run; for what is decided before they do. */
    static Installation hollow(Path parent) throws IOException {
        Installation installation = withoutPrograms(parent);
        for (String program : PROGRAMS) {
            Files.createFile(
                    Files.createDirectories(installation.target(program)).resolve(program + ".jar"));
        }
        return installation.stamped();
    }

    private Path target(String program) {
        return folder.resolve(program).resolve("target");
    }

    private Installation stamped() throws IOException {
        Files.createFile(
                Files.createDirectories(folder.resolve("target/launcher")).resolve("built"));
        return this;
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, to);
            }
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(
                file, Files.createDirectories(folder).resolve(file.getFileName().toString()));
    }

    Launch launch(Map<String, String> environment, String... arguments) throws IOException {
        // Whoever runs these tests in the background has Ctrl-C switched off; the launcher must not inherit that.
        List<String> command = Stream.concat(
                        Stream.of(
                                "env",
                                "--default-signal=INT,TERM,HUP",
                                "bash",
                                folder.resolve("cloudpbx").toString()),
                        Arrays.stream(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
        Map<String, String> inherited = new HashMap<>(builder.environment());
        inherited.keySet().removeIf(name -> name.matches("(CLOUDPBX|TWILIO)_.*|PUBLIC_URL|DATABASE_URL|STORAGE_URL"));
        builder.environment().clear();
        builder.environment().putAll(inherited);
        builder.environment().putAll(environment);
        return new Launch(builder.start());
    }

    /** Programs of this installation that run, the database among them; no launcher. */
    List<String> running() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()) && !line.contains("/cloudpbx "))
                .toList();
    }
}
