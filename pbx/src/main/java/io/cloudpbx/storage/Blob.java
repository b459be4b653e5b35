package io.cloudpbx.storage;

import java.io.InputStream;

/** A blob that was found. */
public interface Blob {
    /** In bytes. */
    long size();

    /** Of the content as it is now, 64 lower-case hex digits; reads the whole blob. */
    String sha256();

    /**
     * The content from a byte on, to be closed by the caller.
     *
     * @param offset from 0 up to {@link #size()}
     */
    InputStream open(long offset);
}
