/** Users, passwords, API tokens, set-up links and the limits on guessing them. */
@NullMarked
package io.cloudpbx.access.account;

import org.jspecify.annotations.NullMarked;
