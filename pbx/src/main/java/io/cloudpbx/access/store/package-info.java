/** The rows of users, tokens, set-up links, attempts to sign in, and the audit log. */
@NullMarked
package io.cloudpbx.access.store;

import org.jspecify.annotations.NullMarked;
