package io.cloudpbx.sandbox.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Breaks the loop of two machines that answer each other: 15 replies in 30 s between a pair of numbers (14107). */
final class ReplyLoops {
    private static final int REPLIES_MAX = 15;
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int PAIRS_MAX = 10_000;

    private final Map<String, Deque<Instant>> replies = new HashMap<>();

    /** Counts a reply; false when it is one too many and must not be sent. */
    synchronized boolean mayReply(String from, String to, Instant now) {
        Instant begin = now.minus(WINDOW);
        if (replies.size() > PAIRS_MAX) {
            replies.values().removeIf(times -> times.getLast().isBefore(begin));
        }
        Deque<Instant> times = replies.computeIfAbsent(from + " " + to, pair -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().isBefore(begin)) {
            times.removeFirst();
        }
        boolean may = times.size() < REPLIES_MAX;
        if (may) {
            times.addLast(now);
        }
        return may;
    }
}
