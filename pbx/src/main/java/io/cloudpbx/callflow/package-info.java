/**
 * What happens to a call, as versioned data: menus, hours, groups, mailboxes and who is rung when.
 *
 * <pre>
 *   draft ──publish──▶ version 1 ◀── calls that began with it
 *     ▲                version 2 ◀── new calls
 *     └──── edit       restore: an old version, published again
 * </pre>
 *
 * A plan says where calls go; how a call is led along it is decided by {@code calls}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "knowledge",
            "knowledge :: flow",
            "knowledge :: words",
            "listing",
            "problems",
            "telephony"
        })
package io.cloudpbx.callflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
