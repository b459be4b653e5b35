package io.cloudpbx.pages.api;

import java.util.Comparator;

/**
 * A problem that some code answers with.
 *
 * @param status of HTTP
 * @param sentence with three dots for what is only known when it is told
 */
record Refusal(int status, String code, String sentence) implements Comparable<Refusal> {
    @Override
    public int compareTo(Refusal other) {
        return Comparator.comparing(Refusal::code)
                .thenComparing(Refusal::status)
                .thenComparing(Refusal::sentence)
                .compare(this, other);
    }
}
