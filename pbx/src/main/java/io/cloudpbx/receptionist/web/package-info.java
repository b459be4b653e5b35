/** The briefing over HTTP: everybody inside may read it, owners and admins change it. */
@NullMarked
package io.cloudpbx.receptionist.web;

import org.jspecify.annotations.NullMarked;
