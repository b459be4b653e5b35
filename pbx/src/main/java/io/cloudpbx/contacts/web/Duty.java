package io.cloudpbx.contacts.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.problems.Problem;

/** What not everybody who works with contacts may do. */
final class Duty {
    private Duty() {}

    /** Everybody's data at once, people gone for good, opt-outs taken back: for those who answer for it. */
    static void ofAdmins(SignedIn who) {
        if (!who.role().covers(Role.ADMIN)) {
            throw Problem.forbidden("not_allowed", "Your role does not allow this.");
        }
    }
}
