/** The mailboxes over HTTP. */
@NullMarked
package io.cloudpbx.voicemail.web;

import org.jspecify.annotations.NullMarked;
