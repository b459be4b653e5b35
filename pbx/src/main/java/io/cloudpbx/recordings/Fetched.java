package io.cloudpbx.recordings;

import java.time.Duration;

/** What came of sending for a recording. */
public sealed interface Fetched {
    record Stored(Sound sound) implements Fetched {}

    /** There is nothing to hear; it was not stored. */
    record Silent() implements Fetched {}

    /** Ask again after this time. */
    record NotYet(Duration in) implements Fetched {}

    /** The carrier did not hand it over within two days. @param why for the log */
    record Lost(String why) implements Fetched {}
}
