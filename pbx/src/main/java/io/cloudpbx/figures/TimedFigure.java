package io.cloudpbx.figures;

import java.time.Instant;

/**
 * How much there was in a stretch of time.
 *
 * @param start of a quarter of an hour, or of a longer stretch that whoever asked named
 */
public record TimedFigure(Instant start, String key, long amount) {}
