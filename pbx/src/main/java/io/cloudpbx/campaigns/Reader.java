package io.cloudpbx.campaigns;

/**
 * Somebody in an audience, and what a campaign would be to them if it began now.
 *
 * @param id the delivery's
 * @param message exactly what they would read
 * @param segments 0 where it carries pictures
 * @param outcome {@code gets}, {@code waits}, {@code skipped} or {@code blocked}: nobody gets anything yet
 * @param code names why, for all but {@code gets}
 * @param sentence the same in words
 */
public record Reader(
        long id,
        String to,
        String message,
        int segments,
        String encoding,
        String outcome,
        String code,
        String sentence) {}
