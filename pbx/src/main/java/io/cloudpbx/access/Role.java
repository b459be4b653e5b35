package io.cloudpbx.access;

import java.util.Locale;

/** What somebody may do, from most to least. */
public enum Role {
    OWNER,
    ADMIN,
    AGENT,
    READ_ONLY;

    /** Whether this role may do at least what the other may. */
    public boolean covers(Role other) {
        return compareTo(other) <= 0;
    }

    /** As the API writes it, such as {@code read-only}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The role that the API writes so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role ofWord(String word) {
        return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
