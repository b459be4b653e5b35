package io.cloudpbx.access;

import java.net.URI;
import java.nio.file.Path;

/** What seals files of a data folder, for tests elsewhere. */
public final class Seals {
    private Seals() {}

    public static AccessSettings settings(Path data) {
        return new AccessSettings(data, URI.create("http://localhost:8080"), null, false, null, null);
    }

    public static Sealed in(Path data) {
        return new Sealed(settings(data));
    }
}
