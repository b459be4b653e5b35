package io.cloudpbx.campaigns.flow;

/**
 * What a number may send on the carrier's day, in segments, and has.
 *
 * @param full whether a text did not fit any more: it rests then, however little is missing
 */
public record NumbersDay(int most, int sent, boolean full) {
    public int left() {
        return full ? 0 : Math.max(0, most - sent);
    }
}
