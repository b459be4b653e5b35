package io.cloudpbx.contacts;

/** How much may be said about one contact, however it is said. */
public final class Limits {
    public static final int NAME = 120;
    public static final int EMAIL = 254;
    public static final int NOTES = 5_000;
    public static final int NUMBERS = 20;
    /** The fields that a company may have. */
    public static final int FIELDS = 50;

    public static final int FIELD_NAME = 60;
    public static final int FIELD_VALUE = 1_000;
    public static final int REASON = 500;

    private Limits() {}
}
