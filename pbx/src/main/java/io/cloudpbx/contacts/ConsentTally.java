package io.cloudpbx.contacts;

/**
 * How many contacts agreed to what. Who agreed to both is counted in both.
 *
 * @param contacts all there are
 * @param marketing of whom a number may be sent marketing texts now
 * @param informational of whom a number may be sent informational texts by their consent
 * @param paused who agreed to marketing texts, and for whom they pause until somebody has read their words
 * @param optedOut who opted out with a number of theirs
 * @param silent who neither agreed to anything nor opted out
 */
public record ConsentTally(
        long contacts, long marketing, long informational, long paused, long optedOut, long silent) {}
