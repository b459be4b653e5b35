/**
 * Looks back at the receptionist: makes turns that went wrong into tests, and puts tests and past calls to a mind once more,
 * with another model, another briefing, or the directory of today.
 *
 * <p>Only what a mind would have decided is looked at. Nothing is dialled, said or written into a call.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "telephony",
            "jobs",
            "problems",
            "listing",
            "access",
            "claude",
            "knowledge",
            "contacts",
            "receptionist",
            "calls"
        })
package io.cloudpbx.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
