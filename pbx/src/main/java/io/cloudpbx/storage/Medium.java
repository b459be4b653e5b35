package io.cloudpbx.storage;

/**
 * What blobs are written to.
 *
 * @param name for whoever runs the system
 * @param size bytes it holds in all
 * @param free bytes that can still be written
 */
public record Medium(String name, long size, long free) {}
