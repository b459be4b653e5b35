package io.cloudpbx.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Permissions.openDirectory(home);
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

    private static Path sharedBinaries() throws IOException {
        Path shared = Path.of("target", "test-binaries").toAbsolutePath();
        Permissions.openDirectory(shared);
        return shared;
    }
}
