package io.cloudpbx.claude;

/** What questions to Claude cost, under this name among all that is counted. */
public final class SpendingFigures {
    public static final String SUBJECT = "claude";

    private SpendingFigures() {}
}
