package io.cloudpbx.database.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the server's own programs under its account. */
record Programs(Binaries binaries, Account account) {
    /** What a program that has ended said, and its exit code. */
    record Ended(int code, String output) {}

    Ended run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process = builder(account.prefix(), program, arguments)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.strip());
    }

    /** Must be called on a thread that lives as long as the server shall: the server ends with it. */
    Process serve(List<String> arguments, Path log) throws IOException {
        File sink = log.toFile();
        return builder(account.mortalPrefix(), "postgres", arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(sink))
                .start();
    }

    private ProcessBuilder builder(List<String> prefix, String program, List<String> arguments) {
        List<String> command = Stream.of(prefix, List.of(binaries.program(program)), arguments)
                .flatMap(List::stream)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        // Our own environment holds secrets, and perhaps variables that would set the server up differently.
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        return builder;
    }
}
