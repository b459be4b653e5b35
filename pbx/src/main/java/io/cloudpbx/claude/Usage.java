package io.cloudpbx.claude;

/**
 * Tokens of an answer, as the API counts them.
 *
 * @param input read in full, not from the cache
 * @param cacheWritten read in full and kept for the next question
 * @param cacheRead read from the cache
 */
public record Usage(long input, long output, long cacheWritten, long cacheRead) {
    public static final Usage NONE = new Usage(0, 0, 0, 0);
}
