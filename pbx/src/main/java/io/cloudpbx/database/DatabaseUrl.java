package io.cloudpbx.database;

import io.cloudpbx.startup.CannotStart;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An address of a PostgreSQL, as hosting companies write it ({@code postgres://user:password@host:5432/name?sslmode=require})
 * or as Java does ({@code jdbc:postgresql://…}).
 *
 * @param user none when the JDBC address says it itself
 */
record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {
    private static final String FORM = "DATABASE_URL must look like postgres://user:password@host:5432/name";

    static DatabaseUrl parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(text, null, null);
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException malformed) {
            // Neither the address nor the exception is shown: both hold the password.
            throw new CannotStart(
                    FORM + "; this one cannot be read. Special characters in a password are written as %XX.");
        }
    }

    /** The password is not for logs. */
    @Override
    public String toString() {
        return "DatabaseUrl[user=%s]".formatted(user);
    }

    private static DatabaseUrl of(URI uri) {
        boolean postgres = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
        String path = uri.getRawPath();
        if (!postgres || uri.getHost() == null || path == null || path.length() < 2) {
            throw new CannotStart(FORM + ".");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + port + path + query,
                login.length > 0 ? decode(login[0]) : null,
                login.length > 1 ? decode(login[1]) : null);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
