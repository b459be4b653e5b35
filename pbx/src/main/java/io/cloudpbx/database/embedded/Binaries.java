package io.cloudpbx.database.embedded;

import io.cloudpbx.startup.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per version from the archive on the class path. */
record Binaries(Path directory, String version) {
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

    /** Unpacks below {@code home} unless that was done before; a half-unpacked directory is never taken for a whole one. */
    static Binaries unpackedBelow(Path home) throws IOException {
        URL archive = archive();
        String version = version(archive);
        Path directory = home.resolve(version);
        if (Files.notExists(directory)) {
            unpack(archive, directory);
        }
        return new Binaries(directory, version);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** The part of the version that decides which data directories the server can read. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        URL archive = Binaries.class.getResource("/postgres-%s-%s.txz".formatted(system, machine));
        if (archive == null) {
            throw new CannotStart(
                    "There is no built-in PostgreSQL for this machine (%s, %s): set DATABASE_URL to one of your own."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return archive;
    }

    /** The archive itself does not tell its version; the name of the jar around it does. */
    private static String version(URL archive) {
        Matcher matcher = VERSION.matcher(archive.toString());
        if (!matcher.find()) {
            throw new IllegalStateException("No version in the name of the archive " + archive);
        }
        return matcher.group(1);
    }

    private static void unpack(URL archive, Path directory) throws IOException {
        Path partial = directory.resolveSibling(directory.getFileName() + "." + UUID.randomUUID() + ".partial");
        Permissions.openDirectory(partial);
        try (var tar = new XZInputStream(new BufferedInputStream(archive.openStream()))) {
            new TarReader(tar).unpackTo(partial);
        }
        Files.move(partial, directory);
    }
}
