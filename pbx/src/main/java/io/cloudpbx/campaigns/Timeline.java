package io.cloudpbx.campaigns;

import java.time.Instant;
import java.util.List;

/**
 * How a campaign has come on over time.
 *
 * @param stepSeconds how long each part lasts
 */
public record Timeline(long stepSeconds, List<Part> parts) {
    /**
     * Texts by when they left, and how they stand now; the same rows as the campaign's counts.
     *
     * @param sent no final receipt yet
     */
    public record Part(Instant at, long delivered, long failed, long sent) {}
}
