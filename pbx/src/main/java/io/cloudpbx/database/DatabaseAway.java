package io.cloudpbx.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be asked, or did not answer in time. */
public class DatabaseAway extends RuntimeException {
    DatabaseAway(String message) {
        super(message);
    }

    DatabaseAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
