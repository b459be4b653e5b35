package io.cloudpbx.storage;

/**
 * What was stored.
 *
 * @param size in bytes
 * @param sha256 of the content, 64 lower-case hex digits
 */
public record Stored(String key, long size, String sha256) {}
