package io.cloudpbx.access;

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
}
