package io.cloudpbx.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param url {@code DATABASE_URL}; none, or blank, means the embedded server
 * @param home the embedded server's directory, {@code <CLOUDPBX_DATA>/postgres}
 * @param knownByHeart the file by which calls are led while the database is away: where there is one, we can start without it
 */
@ConfigurationProperties("cloudpbx.database")
record DatabaseSettings(@Nullable String url, Path home, Path knownByHeart) {
    /** The URL holds a password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=%s, home=%s]".formatted(url == null ? "none" : "set", home);
    }
}
