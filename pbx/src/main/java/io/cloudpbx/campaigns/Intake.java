package io.cloudpbx.campaigns;

import java.util.List;

/**
 * What came of bringing an audience.
 *
 * @param rejected the first of those of them that were not taken, with why
 */
public record Intake(long read, long taken, long duplicates, long invalid, List<Rejected> rejected) {
    /** @param value as it was written */
    public record Rejected(long line, String value, String code, String sentence) {}
}
