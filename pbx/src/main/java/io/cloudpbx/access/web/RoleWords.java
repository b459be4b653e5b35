package io.cloudpbx.access.web;

/** How a role is written in a request. */
final class RoleWords {
    static final String ANY = "owner|admin|agent|read-only";
    static final String MESSAGE = "must be owner, admin, agent or read-only";

    private RoleWords() {}
}
