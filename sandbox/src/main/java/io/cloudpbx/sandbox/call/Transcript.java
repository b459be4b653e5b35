package io.cloudpbx.sandbox.call;

import java.time.Instant;
import java.util.List;

/** Who heard, said and pressed what, and when, in all legs of one conversation. */
public record Transcript(String callSid, List<String> legs, List<Entry> entries) {

    /**
     * @param offsetMs carrier time since the conversation began
     * @param party {@code caller}, {@code business}, {@code handset} or {@code carrier}
     * @param leg the SID of the leg on which it happened
     * @param event {@code heard}, {@code said}, {@code pressed}, {@code played}, {@code beep}, {@code recording-started},
     *     {@code recording-finished}, {@code bridged}, {@code queued}, {@code conference-joined}, {@code conference-left},
     *     {@code ringing}, {@code answered} or {@code hangup}
     */
    public record Entry(Instant at, long offsetMs, String party, String leg, String event, String text) {}
}
