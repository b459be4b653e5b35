package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Programs;
import java.nio.file.Path;
import java.util.List;

/** The programs as this build has packaged them, started as the launcher starts them. */
final class PackagedPrograms {
    private PackagedPrograms() {}

    static Programs found() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return new Programs(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m"),
                root.resolve("sandbox/target/sandbox.jar"),
                root.resolve("pbx/target/pbx.jar"),
                List.of());
    }
}
