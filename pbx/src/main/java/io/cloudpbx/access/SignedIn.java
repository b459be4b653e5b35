package io.cloudpbx.access;

import java.util.UUID;

/**
 * The person a request comes from, whether by session or by API token. A controller takes it as a parameter.
 *
 * @param role of the person, or of the token when that may do less
 */
public record SignedIn(UUID userId, String name, String email, Role role) {
    /** The same person with the lesser of two roles. */
    public SignedIn limitedTo(Role other) {
        return role.covers(other) ? new SignedIn(userId, name, email, other) : this;
    }
}
