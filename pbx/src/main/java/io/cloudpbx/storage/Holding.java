package io.cloudpbx.storage;

/** Blobs of one kind, told by whoever keeps count of them. */
public interface Holding {
    /** A word that stays the same, such as {@code voicemails}. */
    String kind();

    /** A query of a row for each of them, with its {@code size} in bytes and {@code at}, when it came. */
    String blobs();
}
