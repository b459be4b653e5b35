package io.cloudpbx.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Directories for servers of a test; the server's binaries are unpacked once and lent to each by a link. */
final class Homes implements AutoCloseable {
    private final List<Path> made = new ArrayList<>();

    Path fresh() throws IOException {
        return below(Path.of("target", "test-homes").toAbsolutePath());
    }

    Path below(Path parent) throws IOException {
        Permissions.openDirectory(parent);
        Path home = Files.createTempDirectory(parent, "home");
        made.add(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Binaries lent = Binaries.unpackedBelow(sharedBinaries());
        Files.createSymbolicLink(home.resolve(lent.version()), lent.directory());
        return home;
    }

    @Override
    public void close() throws IOException {
        for (Path home : made) {
            Permissions.deleteTree(home);
        }
    }

    /** Not below the build's directory, which other users may not be let into. */
    private static Path sharedBinaries() throws IOException {
        Path shared = Path.of(
                System.getProperty("java.io.tmpdir"),
                "cloudpbx-test-postgres-" + ProcessHandle.current().pid());
        if (Files.notExists(shared)) {
            Permissions.openDirectory(shared);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(shared), "delete-test-binaries"));
        }
        return shared;
    }

    private static void delete(Path shared) {
        try {
            Permissions.deleteTree(shared);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
