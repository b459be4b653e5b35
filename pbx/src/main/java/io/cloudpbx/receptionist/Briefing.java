package io.cloudpbx.receptionist;

/**
 * What a business asks of its receptionist beside the rules that hold for all: manner, and rules of the house.
 *
 * @param version 0 where it never asked for anything
 */
public record Briefing(long version, String text) {
    public static final Briefing NONE = new Briefing(0, "");
}
