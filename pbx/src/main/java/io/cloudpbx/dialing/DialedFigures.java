package io.cloudpbx.dialing;

/** Calls that somebody here began, under this name among all that is counted. */
public final class DialedFigures {
    public static final String SUBJECT = "dialed";

    private DialedFigures() {}
}
