/** SQL of the mailboxes. */
@NullMarked
package io.cloudpbx.voicemail.store;

import org.jspecify.annotations.NullMarked;
