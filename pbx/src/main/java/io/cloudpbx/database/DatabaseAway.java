package io.cloudpbx.database;

/** The database cannot be asked, or did not answer in time. */
public class DatabaseAway extends RuntimeException {
    DatabaseAway(String message) {
        super(message);
    }

    DatabaseAway(String message, Throwable cause) {
        super(message, cause);
    }
}
